import Testing

@testable import Reading

@Suite struct TextTests {
    private func words(_ text: String) -> [String] {
        let source = SourceText(text)
        return Tokenizer.tokens(of: source).map { source.slice($0.span) }
    }

    private func sentences(_ text: String) -> [String] {
        let document = Document(text, words: .builtIn)
        return document.sentences.map { document.source.slice(document.span($0)) }
    }

    @Test func splitsCliticsAndKeepsAbbreviations() {
        #expect(words("Seoul’s envoy didn’t go.") == ["Seoul", "’s", "envoy", "did", "n’t", "go", "."])
        #expect(words("The U.S. and Mr. Lee met at 3:30 p.m. on Tuesday.").contains("U.S."))
        #expect(
            words("It cost $1,500.50, they cannot pay") == [
                "It", "cost", "$", "1,500.50", ",", "they", "can", "not", "pay",
            ])
        #expect(words("See https://example.org/a?b=1, now") == ["See", "https://example.org/a?b=1", ",", "now"])
    }

    @Test func twoApostrophesAreOneMark() {
        #expect(words("''No,'' he said") == ["''", "No", ",", "''", "he", "said"])
    }

    @Test func sentencesEndAfterTheirClosingMark() {
        #expect(sentences("He left. She stayed.") == ["He left.", "She stayed."])
        #expect(sentences("“Go home.” Nobody moved.") == ["“Go home.”", "Nobody moved."])
        #expect(sentences("“Why now?” he asked. Nobody answered.").count == 2)
    }

    @Test func abbreviationsAndInitialsDoNotEndSentences() {
        #expect(sentences("Gen. A. B. Smith met Sen. Jones in Washington.").count == 1)
        #expect(sentences("Troops entered the U.S. They were welcome.").count == 2)
        #expect(sentences("Troops entered the U.S. Embassy.").count == 1)
        #expect(sentences("They asked then-Sen. Smith to leave.").count == 1)
        #expect(sentences("They met Mr. So in the harbour.").count == 1)
    }

    @Test func blankLinesEndParagraphsAndHardWrapsDoNot() {
        let wrapped = """
            The first line of this report goes on for quite a while and
            then it breaks in the middle of a sentence, as old mail does, and
            it goes on in the third line with nothing but small letters to
            begin with until at last it ends.

            The second paragraph is short.
            """
        #expect(Document(wrapped, words: .builtIn).paragraphs.count == 2)
        #expect(Document("A title\nThe text.\nMore text.", words: .builtIn).paragraphs.count == 3)
    }

    @Test func aSentenceIsNeverEndless() {
        let document = Document(String(repeating: "word ", count: 5000), words: .builtIn)
        #expect(document.sentences.allSatisfy { $0.count <= SentenceSplitter.longest })
    }

    @Test func offsetsCountScalars() {
        // One letter of two scalars, and one outside the basic plane.
        let text = "Cafe\u{301} 🇰🇷.\n“Yes, we agree to go,” said Kim Jong Un."
        let quote = reader.read(text).quotes.first
        #expect(quote?.content.first?.text == "“Yes, we agree to go,”")
        #expect(quote?.content.first?.span.start == 10)
    }

    @Test func tagsVerbsByTheirClause() {
        let document = Document(
            "The ministry sharply reduced aid to the region because it ran out of money.", words: .builtIn)
        let reduced = document.tokens.first { $0.word == "reduced" }
        #expect(reduced?.tag == .past)
        #expect(reduced?.lemma == "reduce")
    }

    @Test func knowsIrregularAndDoubledForms() {
        let inflections = WordKnowledge.builtIn.inflections
        #expect(inflections["withdrew"]?.verb == "withdraw")
        #expect(inflections["has"]?.verb == "have")
        #expect(inflections["banned"]?.verb == "ban")
        #expect(inflections["denies"]?.verb == "deny")
        #expect(inflections["spokesmen"]?.noun == "spokesman")
    }
}

import Testing

@testable import Reading

@Suite struct QuoteTests {
    // MARK: Direct

    @Test func directQuoteBeforeItsVerb() throws {
        let quote = try #require(
            reader.read("“We will not leave the valley,” the governor said on Monday.").quotes.first)
        #expect(quote.kind == .direct)
        #expect(quote.words == "“We will not leave the valley,”")
        #expect(quote.speaker?.passage.text == "the governor")
        #expect(quote.cue?.text == "said")
    }

    @Test func directQuoteBehindItsVerb() throws {
        let quote = try #require(
            reader.read("Maria Alvarez told reporters: \"The bridge is open again.\"").quotes.first)
        #expect(quote.kind == .direct)
        #expect(quote.speaker?.passage.text == "Maria Alvarez")
    }

    @Test func verbBeforeItsSubject() throws {
        let text = "“The talks were useful,” said Peter Marsh, the island’s chief negotiator."
        let quote = try #require(reader.read(text).quotes.first)
        #expect(quote.speaker?.passage.text.hasPrefix("Peter Marsh") == true)
    }

    @Test func aQuoteSplitByItsAttributionIsOne() throws {
        let findings = reader.read("“The road is closed,” Anna Berg said. “It will stay closed until spring.”")
        #expect(findings.quotes.count == 1)
        #expect(findings.quotes.first?.content.count == 2)
    }

    @Test func aQuoteThatRunsOverParagraphsIsOne() {
        let text = """
            “The first winter was hard,” said Anna Berg. “We had no fuel.

            “The second was harder, and some of us left for the coast.”

            Snow fell again on Sunday.
            """
        let findings = reader.read(text)
        #expect(findings.quotes.count == 1)
        #expect(findings.quotes.first?.words.contains("some of us left") == true)
    }

    @Test func straightMarksAndDoubledApostrophesCount() {
        for mark in ["\"", "''"] {
            let quote = reader.read("\(mark)Nobody asked us,\(mark) Tom Price said.").quotes.first
            #expect(quote?.kind == .direct)
            #expect(quote?.speaker?.passage.text == "Tom Price")
        }
    }

    @Test func anOddMarkDoesNotLoseTheText() {
        let text = """
            The so-called "treaty was signed in a hurry.

            "We had no choice," the minister said.

            "There was no time," his deputy added.
            """
        let findings = reader.read(text)
        #expect(findings.quote(of: "no choice")?.speaker?.passage.text == "the minister")
        #expect(findings.quote(of: "no time")?.speaker?.passage.text == "his deputy")
    }

    @Test func scareQuotesAndTitlesAreNoQuotes() {
        #expect(reader.read("The “peace force” crossed the river at dawn.").quotes.isEmpty)
        #expect(reader.read("She sang in “The Magic Flute” last winter.").quotes.isEmpty)
    }

    // MARK: Indirect and mixed

    @Test func indirectWithAndWithoutThat() {
        let with = reader.read("The ministry said that two ships had left the harbour.").quotes.first
        let without = reader.read("The ministry said two ships had left the harbour.").quotes.first
        #expect(with?.kind == .indirect)
        #expect(without?.words == "two ships had left the harbour")
        #expect(without?.speaker?.passage.text == "The ministry")
    }

    @Test func accordingToOnEitherSide() {
        let before = reader.read("According to the port authority, two ships had left.").quotes.first
        let behind = reader.read("Two ships had left, according to the port authority.").quotes.first
        #expect(before?.words == "two ships had left")
        #expect(behind?.words == "Two ships had left")
        #expect(before?.speaker?.passage.text == "the port authority")
        #expect(behind?.speaker?.passage.text == "the port authority")
    }

    @Test func wordsBeforeTheirAttribution() {
        let quote = reader.read("The dam will hold, the engineer said.").quotes.first
        #expect(quote?.words == "The dam will hold")
    }

    @Test func wordsOnBothSidesOfTheirAttribution() {
        let quote = reader.read("The dam, the engineer said, would hold for a year.").quotes.first
        #expect(quote?.content.map(\.text) == ["The dam", "would hold for a year"])
    }

    @Test func mixedQuoteKeepsItsFrame() {
        let quote = reader.read("The envoy said the offer was “a trap” and would be refused.").quotes.first
        #expect(quote?.kind == .mixed)
        #expect(quote?.words.hasPrefix("the offer was “a trap”") == true)
    }

    @Test func participlesGoOnWithTheSpeaker() {
        let findings = reader.read("“We are ready,” Colonel Hart said, adding that the reserves had been called.")
        #expect(findings.quotes.count == 2)
        #expect(findings.quote(of: "reserves")?.speaker?.passage.text == "Colonel Hart")
    }

    @Test func anotherAttributionEndsTheWords() {
        let findings = reader.read(
            "The mayor said the streets were safe, but the police chief said nobody should go out.")
        #expect(findings.quote(of: "streets")?.words == "the streets were safe")
        #expect(findings.quote(of: "nobody")?.speaker?.passage.text == "the police chief")
    }

    @Test func deniedAndUnsaidAreMarked() {
        #expect(reader.read("The general did not say whether the base had been hit.").quotes.first?.isNegated == true)
        #expect(
            reader.read("The palace refrained from confirming whether the king was ill.").quotes.first?.isNegated
                == true)
        let denied = reader.read("The company denied that it had sold the engines.").quotes.first
        #expect(denied?.isNegated == false)
        #expect(denied?.stance == .deny)
    }

    @Test(arguments: [
        ("The Kremlin declined to confirm that troops were sent.", "that troops were sent"),
        ("The Kremlin refused to say whether troops were sent.", "whether troops were sent"),
        ("The minister denied saying that troops were sent.", "that troops were sent"),
    ])
    func aRefusalIsOneQuote(text: String, words: String) throws {
        let quotes = reader.read(text).quotes
        #expect(quotes.count == 1)
        let quote = try #require(quotes.first)
        #expect(quote.words == words && quote.isNegated)
    }

    @Test func marksOfTheTextAreNoWordsOfTheSpeaker() throws {
        let defended = try #require(
            reader.read("The Kremlin defended the so-called “special operation” in Ukraine.").quotes.first)
        #expect(defended.kind == .indirect)
        let quotes = reader.read("The president said the so-called “special operation” would go on.").quotes
        #expect(quotes.count == 1)
        #expect(quotes.first?.kind == .indirect)
        #expect(quotes.first?.words == "the so-called “special operation” would go on")
        #expect(reader.read("He defended the “special operation” in Ukraine.").quotes.first?.kind == .mixed)
    }

    @Test func theNameOfAProgrammeIsNoQuote() throws {
        let text = "On Sunday’s edition of “Face the Nation,” Senator John Smith said the plan would fail."
        let quotes = reader.read(text).quotes
        #expect(quotes.count == 1)
        #expect(quotes.first?.words == "the plan would fail")
        let said = reader.read("In a “foolish and dangerous move,” he said, the plan failed.").quotes
        #expect(said.first?.words.contains("foolish") == true)
    }

    @Test func aRefusalToCommentStays() throws {
        let quote = try #require(reader.read("The Kremlin declined to comment on the report.").quotes.first)
        #expect(quote.stance == .decline && !quote.isNegated)
        #expect(reader.read("The Kremlin declined to confirm or deny that troops were sent.").quotes.count == 1)
    }

    @Test func thingsSayNothing() {
        #expect(reader.read("The weather suggested an early harvest.").quotes.isEmpty)
    }

    // MARK: Who speaks

    @Test func appositionsStayWithTheirName() {
        let quote = reader.read("Olga Brandt, 54, a farmer from the north, said the wells were dry.").quotes.first
        #expect(quote?.speaker?.passage.text.hasPrefix("Olga Brandt") == true)
    }

    @Test func officesBehindPrepositions() {
        let quote = reader.read("A spokesman for the ministry of transport said the line was cut.").quotes.first
        #expect(quote?.speaker?.passage.text.hasPrefix("A spokesman") == true)
    }

    @Test func pronounsAreResolvedToTheNearestFittingPerson() {
        let text = "Elena Ruiz met Tom Price in the capital. She said the border would open soon."
        let quote = reader.read(text).quotes.first
        #expect(quote?.speaker?.passage.text == "She")
        #expect(quote?.speaker?.actor == "elena-ruiz")
    }

    @Test func lastNamesStandForFullOnes() {
        let text = "Samuel Okafor runs the mission. “Nobody sleeps here,” Okafor said."
        #expect(reader.read(text).quotes.first?.speaker?.actor == "samuel-okafor")
    }

    @Test func descriptionsStandForTheOneDescribedBefore() {
        let text = "A senior official in the presidency said talks had begun. “It is early,” the official said."
        let findings = reader.read(text)
        #expect(findings.quotes.count == 2)
        #expect(findings.quotes[0].speaker?.actor != nil)
        #expect(findings.quotes[0].speaker?.actor == findings.quotes[1].speaker?.actor)
    }

    @Test func capitalsAndSeatsStandForStates() {
        #expect(reader.read("Moscow said the fleet had sailed.").quotes.first?.speaker?.actor == "russia")
        #expect(reader.read("The Kremlin said the fleet had sailed.").quotes.first?.speaker?.actor == "russia")
        #expect(
            reader.read("The British government said the fleet had sailed.").quotes.first?.speaker?.actor
                == "united-kingdom")
    }

    @Test func whoIsWhoeverStandsBefore() {
        let quote = reader.read("The raid angered Samuel Okafor, who said that no one had been warned.").quotes.first
        #expect(quote?.speaker?.passage.text == "who")
        #expect(quote?.speaker?.actor == "samuel-okafor")
    }

    @Test func unresolvedSpeakersStayUnresolved() {
        #expect(reader.read("They said the road was open.").quotes.first?.speaker?.actor == nil)
    }
}

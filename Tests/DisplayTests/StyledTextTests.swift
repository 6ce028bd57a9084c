import Display
import TestSupport
import Testing

@Suite struct StyledTextTests {
    private func lines(_ text: String, _ width: Int, indent: Int = 0) -> [String] {
        StyledText(text).wrapped(to: width, indent: indent).map(\.text)
    }

    @Test func wrapsAtSpacesAndHyphens() {
        #expect(lines("the mutual-assistance pact of June", 14) == ["the mutual-", "assistance", "pact of June"])
        #expect(lines("one  two", 5) == ["one", "two"])
        #expect(lines("1,500–1,600 men", 9) == ["1,500–1,6", "00 men"])
        #expect(lines("", 9) == [""])
        #expect(lines("a\n\nb", 9) == ["a", "", "b"])
        #expect(lines("exact fit", 9) == ["exact fit"])
    }

    @Test func wrapsKoreanAtWordsAndChineseAnywhereButBeforePunctuation() {
        #expect(lines("우크라이나에 무기를 지원", 14) == ["우크라이나에", "무기를 지원"])
        #expect(lines("北京表示关切。", 12) == ["北京表示关", "切。"])
        #expect(lines("乌克兰", 5) == ["乌克", "兰"])
    }

    @Test func hangsAndCutsLongWords() {
        #expect(lines("https://example.org/path", 10, indent: 2) == ["https://ex", "  ample.or", "  g/path"])
    }

    @Test func truncates() {
        #expect(StyledText("humanitarian aid").truncated(to: 14, ellipsis: "…").text == "humanitarian…")
        #expect(StyledText("short").truncated(to: 5, ellipsis: "…").text == "short")
        #expect(StyledText("한국어").truncated(to: 4, ellipsis: "…").text == "한…")
        #expect(StyledText("anything").truncated(to: 2, ellipsis: "...").text == "..")
        #expect(StyledText("anything").truncated(to: 0, ellipsis: "…").text == "")
    }

    @Test func highlightsWhateverTheCaseAndAccents() {
        let text = (StyledText("Orbán’s ", .textStrong) + StyledText("ORBAN", .time)).highlighting("orban", as: .match)
        #expect(
            text.spans == [
                .init(text: "Orbán", style: Style(.textStrong, ground: .match)),
                .init(text: "’s ", style: Style(.textStrong)),
                .init(text: "ORBAN", style: Style(.time, ground: .match)),
            ])
        #expect(StyledText("러시아는 러").highlighting("러", as: .match).spans.count == 3)
        #expect(StyledText("text").highlighting("", as: .match) == "text")
        #expect(StyledText("ab" as String, .time).highlighting("longer", as: .match).spans.count == 1)
    }

    @Test func highlightsAcrossSpans() {
        let text = (StyledText("step-by", .time) + StyledText("-step", .title)).highlighting("BY-ST", as: .match)
        #expect(text.spans.map(\.text) == ["step-", "by", "-st", "ep"])
        #expect(text.spans.map(\.style.ground) == [nil, .match, .match, nil])
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func wrappingLosesNothingAndNothingIsTooWide(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<60 {
            var text = StyledText(generator.text(length: 30), .time)
            text.append(generator.text(length: 20), .title)
            let width = Int.random(in: 0...20, using: &generator)
            let indent = Int.random(in: 0...6, using: &generator)
            let wrapped = text.wrapped(to: width, indent: indent)
            let shown = text.spans.map { SafeText.plain($0.text, keepingNewlines: true) }.joined()
            let before = shown.unicodeScalars.filter { $0 != " " && $0 != "\n" }
            let after = wrapped.map(\.text).joined().unicodeScalars.filter { $0 != " " }
            #expect(before.elementsEqual(after), "seed \(seed)")
            for line in wrapped { #expect(line.width <= max(width, 2), "seed \(seed)") }
            let short = text.truncated(to: width, ellipsis: "…")
            #expect(short.width <= width, "seed \(seed)")
            #expect(text.width > width || short == text, "seed \(seed)")
        }
    }
}

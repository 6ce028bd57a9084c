import SituationModel
import Testing

@testable import Reading

@Suite struct EventTests {
    /// Codes a sentence whose source stands in ‹› and whose target stands in «».
    private func code(_ marked: String) -> EventCategory? {
        var text = ""
        var count = 0
        var places: [Character: Int] = [:]
        for character in marked {
            if "‹›«»".contains(character) {
                places[character] = count
            } else {
                text.append(character)
                count += character.unicodeScalars.count
            }
        }
        func span(_ open: Character, _ close: Character) -> TextSpan? {
            guard let start = places[open], let end = places[close] else { return nil }
            return TextSpan(start, end)
        }
        return reader.code(text, source: span("‹", "›"), target: span("«", "»"))?.category
    }

    @Test(arguments: [
        ("‹The navy› shelled «the harbour» on Sunday.", EventCategory.assault),
        ("‹Police› arrested «two editors» at the airport.", .coerce),
        ("«Two editors» were arrested by ‹police› at the airport.", .coerce),
        ("‹The kingdom› recalled its ambassador from «the republic».", .sanction),
        ("‹The army› massed tanks along the border with «its neighbour».", .mobilize),
        ("‹Students› marched against «the new tax».", .protest),
        ("‹The rebels› threatened to attack «the capital».", .threaten),
        ("‹The minister› accused «the opposition» of lying.", .accuse),
        ("‹The council› rejected «the envoy»’s proposal.", .reject),
        ("‹The envoy› urged «both sides» to stop shooting.", .request),
        ("‹The island› agreed to open talks with «the mainland».", .agree),
        ("‹The foreign minister› met «his counterpart» in Geneva.", .consult),
        ("‹The queen› praised «the rescuers».", .support),
        ("‹The two fleets› held joint exercises with «the allies».", .cooperate),
        ("‹The fund› sent food and medicine to «the islands».", .aid),
        ("‹The junta› released «forty prisoners».", .retreat),
    ])
    func categories(_ marked: String, _ category: EventCategory) {
        #expect(code(marked) == category)
    }

    @Test(arguments: [
        // Cooperation to come is an agreement, conflict to come a threat.
        ("‹The republic› will send food to «the islands».", EventCategory.agree),
        ("‹The republic› will bomb «the islands».", .threaten),
        // Withheld cooperation, conflict called off.
        ("‹The republic› will not send food to «the islands».", .reject),
        ("‹The republic› did not send food to «the islands».", .sanction),
        ("‹The republic› lifted its blockade of «the islands».", .retreat),
        ("‹The republic› suspended aid to «the islands».", .sanction),
        // What is said of a deed is not the deed.
        ("‹The republic› condemned the bombing of «the islands».", .accuse),
        ("‹The republic› called for an end to the bombing of «the islands».", .request),
        ("‹The republic› refused to meet «the envoy».", .reject),
        ("‹The republic› welcomed the release of «the prisoners».", .support),
    ])
    func modality(_ marked: String, _ category: EventCategory) {
        #expect(code(marked) == category)
    }

    @Test func noPatternMeansNoAnswer() {
        #expect(code("‹The moon› resembles «a coin».") == nil)
        #expect(reader.code("", source: nil, target: nil) == nil)
        #expect(reader.code("Short.", source: TextSpan(400, 500), target: nil) == nil)
    }

    @Test func quadsFollowCategories() {
        #expect(EventCategory.concede.quad == 1)
        #expect(EventCategory.retreat.quad == 2)
        #expect(EventCategory.reject.quad == 3)
        #expect(EventCategory.protest.quad == 4)
    }

    // MARK: In running text

    @Test func whoDidWhatToWhomAndWhoSaysSo() throws {
        let text = "The Pentagon said that Iran had fired missiles at Iraq."
        let event = try #require(reader.read(text).event(.assault))
        #expect(event.source?.actor == "iran")
        #expect(event.target?.actor == "iraq")
        #expect(event.reportedBy?.actor == "pentagon")
        #expect(event.mode == .actual)
    }

    @Test func deniedIsNotDone() {
        let event = reader.read("Turkey denied that its jets had bombed Syria.").events.first {
            $0.category == .assault
        }
        #expect(event?.mode == .denied || event == nil)
    }

    @Test func consideredKeepsItsCategory() {
        let event = reader.read("Norway is considering sending weapons to Estonia.").event(.aid)
        #expect(event?.mode == .considered)
        #expect(event?.target?.actor == "estonia")
    }

    @Test func amountsBelongToTheirEvent() {
        let text = "Egypt sent a total of 4,500 soldiers in three brigades to Sudan."
        let amounts = reader.read(text).events.first?.amounts ?? []
        #expect(amounts.map(\.value) == [4500, 3])
        #expect(amounts.map(\.unit) == ["soldiers", "brigades"])
    }

    @Test func aConditionHasNotComeToPass() {
        let events = reader.read("If China invades Taiwan, the United States will send 3,000 troops, officials said.")
            .events
        #expect(events.allSatisfy { $0.mode != .actual })
        let ministry = reader.read("According to the Ministry of Defence of Poland, two brigades were withdrawn.")
        #expect(!ministry.actors.contains { $0.id == "uk-ministry-of-defence" })
    }

    @Test func datesAreReckonedFromPublication() {
        let published = CalendarDay(year: 2024, month: 10, day: 23)  // a Wednesday
        func date(_ words: String) -> String? {
            reader.read("Egypt attacked Sudan \(words).", published: published).events.first?.date?.iso
        }
        #expect(date("on Monday") == "2024-10-21")
        #expect(date("yesterday") == "2024-10-22")
        #expect(date("last week") == "2024-10-14/2024-10-20")
        #expect(date("in June") == "2024-06")
        #expect(date("in December") == "2023-12")
        #expect(date("in 2019") == "2019")
        #expect(date("on March 3, 2021") == "2021-03-03")
        #expect(date("on 3 March 2021") == "2021-03-03")
        #expect(date("last year") == "2023")
    }

    @Test(
        "A dateline is the day of publication where no other is known",
        arguments: [
            ("SEOUL, Oct. 18, 2024 (Agency) — ", nil, "2024-10-17"),
            ("SEOUL, South Korea, October 18 (Agency) - ", "2024-10-24", "2024-10-17"),
            ("WASHINGTON, D.C. — Dec 31 (Agency) – ", "2024-01-02", "2023-12-30"),
            ("Big Headline Here\n\nKYIV, 18 Oct 2024 — ", nil, "2024-10-17"),
            // No year and no way to tell, no dateline, one that lies ahead.
            ("SEOUL, Oct. 18 (Agency) — ", nil, nil),
            // A date within the sentence is when it happened, and no dateline.
            ("On Oct. 18, 2024 — so they say — ", nil, "2024-10-18"),
            ("SEOUL, Oct. 18, 2024 was the day. ", nil, nil),
            ("SEOUL, Oct. 18, 2024 (Agency) — ", "2024-10-10", "2024-10-09"),
        ] as [(String, String?, String?)])
    func dateline(head: String, received: String?, expected: String?) {
        let text = head + "Egypt attacked Sudan yesterday."
        let findings = reader.read(text, received: received.flatMap { CalendarDay(startOf: $0) })
        #expect(findings.events.first?.date?.iso == expected)
    }

    @Test func aKnownDayIsBetterThanADateline() {
        let text = "SEOUL, Oct. 18, 2024 (Agency) — Egypt attacked Sudan yesterday."
        let findings = reader.read(text, published: CalendarDay(year: 2024, month: 10, day: 23))
        #expect(findings.events.first?.date?.iso == "2024-10-22")
        #expect(findings.dateline == nil)
    }

    @Test func calendarGoesRound() {
        for number in stride(from: -200_000, through: 200_000, by: 37) {
            #expect(CalendarDay(daysSince1970: number).daysSince1970 == number)
        }
        #expect(CalendarDay(startOf: "2024-02-29T10:00:00Z")?.weekday == 3)
        #expect(CalendarDay(startOf: "yesterday") == nil)
    }

    // MARK: Conditionals

    @Test func conditionAndConsequence() throws {
        let found = try #require(reader.read("If the talks fail, Norway will close its border.").conditionals.first)
        #expect(found.condition.text == "the talks fail")
        #expect(found.consequence.text == "Norway will close its border")
        #expect(found.actor?.actor == "norway")
    }

    @Test func consequenceBeforeItsCondition() throws {
        let found = try #require(reader.read("Norway might send troops if the fighting spreads.").conditionals.first)
        #expect(found.condition.text == "the fighting spreads")
        #expect(found.consequence.text == "Norway might send troops")
    }

    @Test(arguments: [
        "Unless the talks succeed, Norway will close its border.",
        "Norway will close its border unless the talks succeed.",
    ])
    func unlessIsNotIf(text: String) throws {
        let findings = reader.read(text)
        let found = try #require(findings.conditionals.first)
        #expect(found.isNegated && found.opener.text.lowercased() == "unless")
        #expect(found.condition.text == "the talks succeed")
        #expect(found.consequence.text == "Norway will close its border")
        #expect(String(decoding: findings.json(), as: UTF8.self).contains(#""unless":true"#))
        #expect(findings.text().contains("unless the talks succeed: Norway"))
        let plain = reader.read(text.replacing(/[Uu]nless/, with: "if"))
        #expect(plain.conditionals.first?.isNegated == false)
        #expect(!String(decoding: plain.json(), as: UTF8.self).contains("unless"))
    }

    @Test func weInAQuoteIsItsSpeaker() throws {
        let text = "“If they cross the river, we will fire,” General Samuel Okafor said."
        let found = try #require(reader.read(text).conditionals.first)
        #expect(found.actor?.actor == "samuel-okafor")
    }

    @Test func askingIfIsNoCondition() {
        #expect(reader.read("Reporters asked if the border would open.").conditionals.isEmpty)
    }
}

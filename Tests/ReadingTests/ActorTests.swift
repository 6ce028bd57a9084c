import Testing

@testable import Reading

@Suite struct ActorTests {
    @Test func statesByNameDemonymCapitalAndAcronym() {
        let findings = reader.read(
            "South Korea and the DPRK traded shots, and Seoul called the North Korean fire reckless.")
        #expect(findings.actor("south-korea")?.mentions.map(\.text) == ["South Korea", "Seoul"])
        #expect(findings.actor("north-korea")?.mentions.count == 2)
    }

    @Test func aCapitalAsAPlaceIsNoActor() {
        #expect(reader.read("The concert in Moscow was cancelled.").actors.isEmpty)
    }

    @Test func acronymsCountOnlyInCapitals() {
        #expect(reader.read("They asked us who it is.").actors.isEmpty)
        #expect(
            reader.read("The WHO sent doctors to the US.").actors.map(\.id) == [
                "world-health-organization", "united-states",
            ])
    }

    @Test func acronymsIntroducedInBracketsAreLearnt() {
        let text = "The Northern Relief Committee (NRC) sent trucks. The NRC said more would follow."
        let findings = reader.read(text)
        let committee = findings.actors.first { $0.name.contains("Relief Committee") }
        #expect(committee?.mentions.count == 3)
        #expect(findings.quotes.first?.speaker?.actor == committee?.id)
    }

    @Test func titlesMakePersons() {
        let findings = reader.read("President Idris Belmonte met General Ostrov.")
        #expect(findings.actors.map(\.kind) == [.person, .person])
        #expect(findings.actors.map(\.name) == ["Idris Belmonte", "Ostrov"])
    }

    @Test func rolesAreKept() {
        let text = "Peruvian President Idris Belmonte met Anna Berg, the island’s envoy to the council, on Monday."
        let findings = reader.read(text)
        #expect(findings.actor("idris-belmonte")?.role == "President")
        #expect(findings.actor("anna-berg")?.role == "the island’s envoy to the council")
        #expect(reader.read("Vladimir Putin left.").actor("vladimir-putin")?.home == "russia")
    }

    @Test func aGivenNameBeatsAState() {
        let findings = reader.read("Jordan Whitfield spoke first, said Georgia Hale.")
        #expect(findings.actor("jordan") == nil)
        #expect(findings.actor("georgia") == nil)
    }

    @Test func ministriesAndForcesOfAState() {
        let findings = reader.read("The Peruvian foreign ministry protested. Peru’s navy sailed at noon.")
        #expect(findings.actor("peru/foreign-ministry")?.kind == .organisation)
        #expect(findings.actor("peru/armed-forces")?.kind == .force)
    }

    @Test func ownGazetteersAreAdded() {
        var gazetteer = Gazetteer.builtIn
        gazetteer.add(.init(id: "harbour-watch", name: "Harbour Watch", kind: .group), names: ["HW"])
        let findings = Reader(gazetteer: gazetteer).read("Harbour Watch said HW boats had left.")
        #expect(findings.actor("harbour-watch")?.mentions.count == 2)
        #expect(findings.quotes.first?.speaker?.actor == "harbour-watch")
    }
}

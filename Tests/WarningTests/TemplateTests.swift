import SituationModel
import Testing

@testable import Warning

@Suite struct TemplateTests {
    @Test(arguments: [("kahn", 44), ("glasl", 9), ("hiik", 5), ("mid", 5), ("support", 11)])
    func everyTemplateMakesALadder(name: String, count: Int) throws {
        let template = try #require(LadderTemplate.named(name))
        let ladder = template.ladder(id: "seoul", actors: ["south-korea"])
        #expect(ladder.rungs.count == count)
        #expect(Set(ladder.rungs.map(\.id)).count == count)
        for rung in ladder.rungs {
            #expect(rung.id.isWellFormed, "\(rung.id)")
            #expect(rung.remarks?.isEmpty == false)
            #expect(rung.indicators.isEmpty)
        }
        #expect(ladder.subject == template.title)
        #expect(!template.source.isEmpty && !template.caution.isEmpty)
    }

    @Test func thresholdsLieAboveTheirGroups() throws {
        let ladder = try #require(LadderTemplate.named("kahn")).ladder(id: "k", title: "Crisis", actors: [])
        #expect(ladder.title == "Crisis")
        let named = ladder.rungs.enumerated().filter { $1.remarks?.contains("threshold") == true }.map { $0.offset + 1 }
        #expect(named == [3, 9, 20, 25, 31, 38])
        #expect(ladder.rungs[8].remarks == "Traditional crises; above it the threshold “Nuclear War Is Unthinkable”")
    }

    @Test func namesAreDistinct() {
        #expect(Set(LadderTemplate.all.map(\.name)).count == LadderTemplate.all.count)
        #expect(LadderTemplate.named("none") == nil)
    }
}

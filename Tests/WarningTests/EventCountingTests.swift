import SituationModel
import Testing

@testable import Warning

@Suite struct EventCountingTests {
    @Test(arguments: [
        ("010", 1, false), ("057", 1, false), ("06", 2, false), ("0874", 2, false), ("09", 2, false), ("130", 3, false),
        ("145", 4, false), ("163", 4, false), ("180", 4, true), ("190", 4, true), ("203", 4, true),
    ])
    func cameo(code: String, quad: Int, isViolent: Bool) {
        #expect(EventScheme.cameo.quad(ofCode: code)?.rawValue == quad)
        #expect(EventScheme.cameo.isViolent(code: code) == isViolent)
    }

    @Test(arguments: [
        ("01", 2, false), ("023", 1, false), ("06", 2, false), ("10", 1, false), ("122", 3, false), ("17", 3, false),
        ("19", 4, false), ("21", 4, true), ("223", 4, true),
    ])
    func weis(code: String, quad: Int, isViolent: Bool) {
        #expect(EventScheme.weis.quad(ofCode: code)?.rawValue == quad)
        #expect(EventScheme.weis.isViolent(code: code) == isViolent)
    }

    @Test(arguments: ["", "1", "x9", "00", "99", "２0", "-1"])
    func codesOfNoScheme(code: String) {
        for scheme in EventScheme.allCases {
            #expect(scheme.quad(ofCode: code) == nil)
            #expect(!scheme.isViolent(code: code))
        }
    }

    @Test(arguments: [
        (Event.Category.assault, Event.Mode.actual, Event.Quad.materialConflict),
        (.assault, .threatened, .verbalConflict),
        (.assault, .negated, .materialCooperation), (.aid, .planned, .verbalCooperation),
        (.aid, .negated, .materialConflict), (.consult, .negated, .verbalConflict),
        (.threaten, .negated, .verbalCooperation),
    ])
    func aDeedToComeIsAWord(category: Event.Category, mode: Event.Mode, quad: Event.Quad) {
        #expect(Event(category, mode).countedQuad == quad)
    }

    @Test func whatIsOnlyWeighedDoesNotCount() {
        #expect(Event(.assault, .considered).countedQuad == nil)
        #expect(Event(.assault, .denied).countedQuad == nil)
    }

    @Test func aPairHasNoDirection() throws {
        let pair = try #require(ActorPair("b", "a"))
        #expect(pair == ActorPair("a", "b"))
        #expect(pair.description == "a – b")
        #expect(ActorPair("a", "a") == nil)
        var event = Event(.assault, .actual)
        #expect(ActorPair(event) == ActorPair("x", "y"))
        event.target = nil
        #expect(ActorPair(event) == nil)
    }
}

extension Event {
    /// An event from x to y.
    init(_ category: Category, _ mode: Mode) {
        self.init(id: "e", source: "x", category: category, target: "y", mode: mode, summary: "")
    }
}

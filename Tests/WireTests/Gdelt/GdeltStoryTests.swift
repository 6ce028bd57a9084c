import Testing

@testable import Wire

@Suite struct GdeltStoryTests {
    private func stories(_ rows: [[Int: String]]) -> [GdeltStory] {
        var stories = GdeltStories()
        stories.add(GdeltRows.read(rows.map { GdeltRows.event($0) }.joined(separator: "\n")).rows)
        return stories.inOrder
    }

    @Test func aVisitAndItsReceptionAreOneMeeting() {
        let found = stories([
            [0: "1", 5: "USA", 15: "ROU", 26: "043", 25: "0"], [0: "2", 5: "ROU", 15: "USA", 26: "042", 25: "1"],
            [0: "3", 5: "ROU", 15: "USA", 26: "042", 25: "1", 31: "30"],
        ])
        #expect(found.count == 1)
        #expect(found[0].rows == [1, 2, 3] && found[0].hasMirror)
        // One from the lead before others, then the one with most mentions.
        #expect(found[0].lead.id == 3)
    }

    @Test func anAttackAndTheOneInReturnAreTwo() {
        let found = stories([[0: "1", 5: "AAA", 15: "BBB", 26: "190"], [0: "2", 5: "BBB", 15: "AAA", 26: "193"]])
        #expect(found.map(\.rows) == [[1], [2]])
    }

    @Test func otherAddressesActorsAndRootsAreOtherStories() {
        let found = stories([
            [0: "1"], [0: "2", 60: "https://news.example/b"], [0: "3", 15: "FRA"], [0: "4", 26: "051"],
            [0: "5", 26: "040"],
        ])
        #expect(found.map(\.rows) == [[1, 5], [2], [3], [4]])
    }

    @Test func storiesAreOrderedByWhenTheyWereTakenIn() {
        let found = stories([
            [0: "1", 59: "20260110121500", 1: "20250110"],
            [0: "2", 59: "20260110120000", 60: "https://news.example/b"],
        ])
        #expect(found.map(\.lead.id) == [2, 1])
    }
}

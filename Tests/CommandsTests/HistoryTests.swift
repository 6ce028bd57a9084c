import FoundationEssentials
import Testing

@testable import Commands

@Suite("The history of a prompt")
struct HistoryTests {
    @Test("keeps no blank line and nothing twice in a row, and drops the oldest")
    func keeping() {
        var history = History(["a", "a", " ", "", "b", "a"], limit: 3)
        #expect(history.entries == ["a", "b", "a"])
        history.add("c")
        #expect(history.entries == ["b", "a", "c"])
    }

    @Test("goes back to what begins as the prompt does, and forth to what was being written")
    func browsing() {
        var history = History(["pane wire", "theme watch", "pane log", "quit"])
        #expect(history.newer() == nil)
        #expect(history.older(prefix: "pa") == "pane log")
        #expect(history.older(prefix: "pane log") == "pane wire")
        #expect(history.older(prefix: "pane wire") == nil)
        #expect(history.newer() == "pane log")
        #expect(history.newer() == "pa")
        #expect(history.newer() == nil)
        #expect(history.older(prefix: "") == "quit")
    }

    @Test("starts anew when what was brought back was changed")
    func changing() {
        var history = History(["pane wire", "theme watch", "pane log"])
        #expect(history.older(prefix: "") == "pane log")
        #expect(history.older(prefix: "t") == "theme watch")
        #expect(history.newer() == "t")
        history.add("zoom")
        #expect(history.older(prefix: "") == "zoom")
        history.reset()
        #expect(history.older(prefix: "") == "zoom")
    }

    @Test("comes back from storage as it was kept")
    func storing() throws {
        let history = History(["한국", "pane \"x\"", "z"], limit: 7)
        #expect(try JSONDecoder().decode(History.self, from: JSONEncoder().encode(history)) == history)
    }
}

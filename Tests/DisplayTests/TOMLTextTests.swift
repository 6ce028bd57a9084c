import Testing

@testable import Display

@Suite("Positions in a TOML text")
struct TOMLTextTests {
    @Test("finds keys and elements, whatever way they are written")
    func positions() {
        let text = TOMLText(
            #"""
            # a = 1
            a = "x # [no]"   # comment
            b.c = 'C:\'
            "d e" = """
            f = 1
            ""quoted"""""
            [g."h i"]
            j = [ "one", # two = 2
              'two',
              ["three", "inner"],
              { k = 4 } ]
            l = { m = "]", n = [1,
              2] }
            [[o]]
            p = 2024-10-24T18:00:00Z
            """#)
        #expect(
            text.entries.map { "\($0.line) \($0.path.joined(separator: "/"))" } == [
                "2 a", "3 b/c", "4 d e", "7 g/h i", "8 g/h i/j", "12 g/h i/l", "12 g/h i/l/m", "12 g/h i/l/n", "14 o",
                "15 o/p",
            ])
        #expect((0..<5).map { text.line(of: ["g", "h i", "j"], element: $0) } == [8, 9, 10, 11, 8])
        #expect(text.line(of: ["g", "h i", "missing"]) == 7)
        #expect(text.line(of: ["missing"]) == 1)
    }

    @Test("counts lines alike for every kind of line end")
    func lineEnds() {
        #expect(TOMLText("a = 1\r\nb = 2\r\n\r\nc = 3").entries.map(\.line) == [1, 2, 4])
    }
}

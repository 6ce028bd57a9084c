import Foundation
import Testing

/// Saved views from end to end: the file, the command line, the board.
@Suite struct ViewsCommandTests {
    @Test func aViewOfTheFileIsPrintedAndAskedFor() throws {
        let home = try Home()
        _ = try home.write(
            "# mine\nnorth = 'about:north-korea'\nbroken = 'kind:persn'\n", to: ".config/watchfloor/views.toml")
        let listed = try home.watchfloor("views")
        #expect(listed.code == 1 && listed.output.contains("north   about:north-korea"), "\(listed)")
        #expect(listed.errors.contains("views.toml:3: “broken”: column 6"), "\(listed.errors)")
        let plain = try home.watchfloor("find", "about:north-korea")
        #expect(plain.code == 0 && !plain.output.isEmpty)
        #expect(try home.watchfloor("find", "--view", "north").output == plain.output)
        // With a query, both must answer.
        let both = try home.watchfloor("find", "--view", "north", "kind:direct or kind:indirect")
        #expect(both.output == (try home.watchfloor("find", "about:north-korea (kind:direct or kind:indirect)").output))
        #expect(both.code == 0)
        let wrong = try home.watchfloor("find", "--view", "nort")
        #expect(wrong.code == 2 && wrong.errors.contains("did you mean “north”?"), "\(wrong.errors)")
        let broken = try home.watchfloor("find", "--view", "broken")
        #expect(broken.code == 2 && broken.errors.contains("views.toml:3"), "\(broken.errors)")
    }

    @Test func whatTheBoardSavesIsInTheFileForAllBoards() throws {
        let home = try Home()
        let file = home.path + "/dotfiles/views.toml"
        _ = try home.write("# kept under version control\n", to: "dotfiles/views.toml")
        let place = home.path + "/.config/watchfloor"
        try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(atPath: place + "/views.toml", withDestinationPath: file)
        let saved = try home.watchfloor(
            "--size", "120x40", "--keys", "3/kind:direct<Enter>:view-save word for word<Enter>")
        #expect(saved.output.contains("View word for word saved"))
        #expect(
            try String(contentsOfFile: file, encoding: .utf8)
                == "# kept under version control\n'word for word' = 'kind:direct'\n")
        let again = try home.watchfloor("--size", "120x40", "--keys", "3:view word<Tab><Enter>")
        #expect(again.output.contains(" view word for word "), "\(again.output)")
        // In place of the former, which is told, so that nothing is lost unseen.
        let replaced = try home.watchfloor(
            "--size", "120x40", "--keys", "3/north<Enter>:view-save word for word<Enter>")
        #expect(replaced.output.contains("in place of kind:direct"))
        _ = try home.watchfloor("--size", "120x40", "--keys", ":view-forget word for word<Enter>")
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "# kept under version control\n")
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: place + "/views.toml") == file)
    }

    /// A file that is not text, or not to be read, is not taken for an empty one.
    @Test func aFileThatCannotBeReadIsNotWrittenOver() throws {
        let home = try Home()
        let path = home.path + "/.config/watchfloor/views.toml"
        _ = try home.write("", to: ".config/watchfloor/views.toml")
        let bytes = Data("# caf".utf8) + [0xE9] + Data("\nold = 'x'\n".utf8)
        try bytes.write(to: URL(filePath: path))
        let board = try home.watchfloor("--size", "120x40", "--keys", "3/north<Enter>:view-save north<Enter>")
        #expect(board.output.contains("is not UTF-8"), "\(board.output)")
        #expect(try Data(contentsOf: URL(filePath: path)) == bytes)
        let listed = try home.watchfloor("views")
        #expect(listed.code == 1 && listed.errors.contains("is not UTF-8"), "\(listed.errors)")
        #expect(try home.watchfloor("find", "--view", "old").code == 2)
    }

    @Test func aMistakeInTheFileIsToldWhenTheBoardIsOpened() throws {
        let home = try Home()
        _ = try home.write("good = 'x'\nbad = 3\n", to: ".config/watchfloor/views.toml")
        let board = try home.watchfloor("--size", "120x40")
        #expect(board.output.contains("views.toml:2"), "\(board.output)")
        #expect(try home.watchfloor("keys").errors == "", "who shows no views tells nothing of them")
    }

    @Test func theBoardFindsAcrossAllKinds() throws {
        let home = try Home()
        let result = try home.watchfloor("--size", "120x40", "--keys", ":find putin<Enter>")
        for word in ["ACTORS", "QUOTES", "Vladimir Putin"] { #expect(result.output.contains(word), "\(result.output)") }
    }
}

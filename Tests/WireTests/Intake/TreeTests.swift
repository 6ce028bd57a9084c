import Foundation
import Testing

@testable import Wire

@Suite struct TreeTests {
    @Test func filesComeSortedAndNothingFromOutside() throws {
        let scratch = try Scratch()
        for name in ["b/2.txt", "b/10.txt", "a.txt", "c/d/e.txt", ".hidden", ".git/config"] {
            try scratch.write("x", to: name)
        }
        try FileManager.default.createSymbolicLink(atPath: scratch.path + "/out", withDestinationPath: "/etc")
        try FileManager.default.createSymbolicLink(atPath: scratch.path + "/b/loop", withDestinationPath: scratch.path)
        let tree = FileTree(scratch.path + "/")
        #expect(
            tree.files.map { $0.dropFirst(scratch.path.count + 1) } == ["a.txt", "b/10.txt", "b/2.txt", "c/d/e.txt"])
        #expect(
            tree.warnings.sentences == [
                "\(scratch.path)/b/loop: a link; what it leads to is not read",
                "\(scratch.path)/out: a link; what it leads to is not read",
            ])
    }

    @Test func whatCannotBeListedIsNamed() throws {
        let scratch = try Scratch()
        #expect(FileTree(scratch.path + "/none").warnings.sentences.count == 1)
    }
}

import Foundation
import Reading

/// The gazetteer that comes with the program, with the user's own files from the configuration directory.
enum OwnGazetteer {
    /// Reads every `.txt` file of the gazetteer folder, in the order of their names; tells of lines that cannot be understood.
    static func load() -> Gazetteer {
        var gazetteer = Gazetteer.builtIn
        let folder = Places().gazetteers
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        for file in files.sorted() where file.hasSuffix(".txt") {
            let path = folder + "/" + file
            do throws(Failure) {
                for complaint in gazetteer.add(linesOf: try InputFile.read(path)) {
                    Output.tell("watchfloor: \(path), \(complaint)")
                }
            } catch {
                Output.tell(error.message)
            }
        }
        return gazetteer
    }
}

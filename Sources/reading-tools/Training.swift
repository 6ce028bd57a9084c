import Foundation
import Reading

/// Trains the tagger and writes its weights.
///
/// On GUM's openly licensed kinds of text without biographies and travel guides, whose licence is share-alike: news, interviews,
/// speeches, textbooks, court records, academic texts and vlogs, CC BY (Zeldes 2017; Wikinews; OpenStax; and others).
enum Training {
    private static let shareAlike = ["_bio_", "_voyage_"]
    private static let passes = 8

    static func run(writing path: String, treebanks: [String]) throws {
        var training = TaggerTraining()
        var check = TaggerTraining()
        for file in treebanks {
            let text = try String(contentsOfFile: file, encoding: .utf8)
            if URL(filePath: file).lastPathComponent.contains("dev") {
                check.add(treebank: text, excluding: shareAlike)
            } else {
                training.add(treebank: text, excluding: shareAlike)
            }
        }
        let model = training.train(passes: passes)
        let bytes = model.encoded()
        try Data(bytes).write(to: URL(filePath: path))
        print("sentences \(training.count), bytes \(bytes.count), accuracy \(training.accuracy(of: model))")
        if check.count > 0 { print("on \(check.count) other sentences: accuracy \(check.accuracy(of: model))") }
    }
}

import ReadingData
import Testing

@testable import Reading

@Suite struct TableTests {
    @Test func everyStateHasItsOwnIdentifier() {
        let states = Gazetteer.builtIn.entries.filter { $0.kind == .state }
        #expect(Set(states.map(\.id)).count == states.count)
        #expect(states.count >= 195)
    }

    @Test func homesAreKnown() {
        let known = Set(Gazetteer.builtIn.entries.map(\.id))
        let lost = Gazetteer.builtIn.entries.compactMap(\.home).filter { !known.contains($0) }
        #expect(lost.isEmpty)
    }

    @Test func everyGazetteerLineIsRead() {
        let files = [
            reading_data_states(), reading_data_organisations(), reading_data_armed_groups(), reading_data_media(),
            reading_data_leaders(),
        ]
        let lines = files.map { DataFile.lines($0).count }.reduce(0, +)
        #expect(Gazetteer.builtIn.entries.count == lines)
    }

    @Test func everyCueLineIsRead() {
        let table = CueTable.builtIn
        for line in DataFile.lines(reading_data_cues()) {
            let columns = line.split(separator: " ")
            #expect(columns.count == 3, "\(line)")
            #expect(Stance(rawValue: String(columns[2])) != nil, "\(line)")
            for frame in columns[1].split(separator: ",") { #expect(CueTable.Frames(name: frame) != nil, "\(line)") }
        }
        #expect(table["say"] != nil)
    }

    @Test func noPatternMeansTwoThings() {
        var meanings: [String: EventCategory] = [:]
        for pattern in EventPatterns.builtIn.patterns {
            guard case .category(let category) = pattern.meaning else { continue }
            let key = "\(pattern.isVerb) \(pattern.text)"
            #expect(meanings[key] == nil || meanings[key] == category, "“\(pattern.text)” means two things")
            meanings[key] = category
        }
    }

    @Test func everyVerbOfAPatternCanBeInflected() {
        let inflections = WordKnowledge.builtIn.inflections
        var unknown: Set<Substring> = []
        for pattern in EventPatterns.builtIn.patterns where pattern.isVerb {
            for verb in pattern.text.split(separator: " ")[0].split(separator: "|") where !verb.hasPrefix("<") {
                if inflections[Word(String(verb))]?.verb != Word(String(verb)) { unknown.insert(verb) }
            }
        }
        #expect(unknown.isEmpty, "in no list of verbs: \(unknown.sorted())")
    }

    @Test func fingerprintsOfTableWordsDiffer() {
        var words: Set<String> = []
        for file in [
            reading_data_verbs(), reading_data_nouns(), reading_data_people(), reading_data_given_names(),
            reading_data_cues(), reading_data_events(), reading_data_states(), reading_data_leaders(),
        ] {
            for line in DataFile.lines(file) {
                for word in line.split(whereSeparator: { " |;".contains($0) }) { words.insert(word.lowercased()) }
            }
        }
        #expect(Set(words.map { Word($0).fingerprint }).count == words.count)
    }

    @Test func taggerHasItsWeights() {
        #expect(WordKnowledge.builtIn.tagger.isTrained)
    }

    @Test func brokenWeightsGiveAnUntrainedTagger() {
        let whole = Array(DataFile.bytes(reading_data_tagger()))
        for length in [0, 3, 10, whole.count / 2, whole.count - 1] {
            Array(whole.prefix(length)).withUnsafeBufferPointer { #expect(!Tagger($0).isTrained) }
        }
    }

    @Test func modelGoesRound() throws {
        let whole = Array(DataFile.bytes(reading_data_tagger()))
        let model = try #require(whole.withUnsafeBufferPointer { TaggerModel($0) })
        #expect(model.encoded() == whole)
    }
}

/// Trains a tagger on treebanks in CoNLL-U form.
///
/// The sentences are read by this project's own tokenizer, and each token takes the tag of the treebank's word that ends where it
/// ends; so the tagger learns on the tokens it will see.
package struct TaggerTraining {
    private var examples: [Example] = []
    private let inflections: Inflections

    private struct Example {
        var tokens: [Token]
        var shapes: [TaggerFeatures.Shape]
        var tags: [Tag]
        var isGold: [Bool]
    }

    package init() { inflections = WordKnowledge.untrained.inflections }

    /// Adds the sentences of a treebank whose document id contains none of the words in `excluded`.
    package mutating func add(treebank: String, excluding excluded: [String]) {
        var isExcluded = false
        var text = ""
        var words: [TreebankWord] = []
        for line in treebank.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("# newdoc id = ") {
                isExcluded = excluded.contains { line.contains($0) }
            } else if line.hasPrefix("# text = ") {
                text = String(line.dropFirst(9))
            } else if line.isEmpty {
                if !isExcluded, !words.isEmpty { examples.append(example(text, words)) }
                words = []
            } else if !line.hasPrefix("#") {
                let columns = line.split(separator: "\t")
                guard columns.count >= 6, !columns[0].contains("."), !columns[0].contains("-") else { continue }
                words.append(
                    TreebankWord(form: String(columns[1]), universal: String(columns[3]), penn: String(columns[4])))
            }
        }
    }

    /// How many sentences there are.
    package var count: Int { examples.count }

    /// The share of words tagged right by a model, on the sentences added here; marks are not counted.
    package func accuracy(of model: TaggerModel) -> Double {
        let tagger = Tagger(model)
        var right = 0
        var all = 0
        for example in examples {
            for (index, tag) in tagger.tags(example.tokens, shapes: example.shapes).enumerated()
            where example.isGold[index] {
                all += 1
                right += tag == example.tags[index] ? 1 : 0
            }
        }
        return all == 0 ? 0 : Double(right) / Double(all)
    }

    /// Trains for some passes over the sentences.
    package func train(passes: Int, seed: UInt64 = 1, keeping minimum: Int32 = 100) -> TaggerModel {
        var model = TaggerModel()
        let lexicon = frequentWords()
        model.lexicon = lexicon.sorted { $0.key < $1.key }.map { (word: $0.key, tags: $0.value) }
        let allowed = Tagger(model)
        var perceptron = AveragedPerceptron()
        var order = Array(examples.indices)
        var random = SplitMix(state: seed)
        for _ in 0..<passes {
            order.shuffle(using: &random)
            for index in order { learn(examples[index], allowed: allowed, with: &perceptron) }
        }
        model.features = perceptron.quantised(dropping: minimum)
        return model
    }

    private func learn(_ example: Example, allowed tagger: Tagger, with perceptron: inout AveragedPerceptron) {
        var features = TaggerFeatures()
        var before = Tag.stop
        var beforeThat = Tag.stop
        for (index, token) in example.tokens.enumerated() {
            let truth = example.tags[index]
            var tag = truth
            if token.kind != .word && token.kind != .number {
                tag = token.tag
            } else if example.isGold[index] {
                let allowed = tagger.allowed(token, isFirst: index == 0)
                // A word that can be one thing only teaches nothing; one that the words before made rare is still learnt.
                if allowed.nonzeroBitCount > 1 {
                    features.fill(at: index, shapes: example.shapes, before: before, beforeThat: beforeThat)
                    tag = perceptron.guessAndLearn(
                        features.values, truth: truth, among: allowed | 1 << UInt32(truth.rawValue))
                }
            }
            beforeThat = before
            before = tag
        }
    }

    /// The tags of words that are seen often enough to trust that there are no others; what is seen once in two hundred times is noise.
    private func frequentWords() -> [UInt64: UInt32] {
        var counts: [UInt64: [Tag: Int]] = [:]
        for example in examples {
            for (index, token) in example.tokens.enumerated() where example.isGold[index] && token.kind == .word {
                if token.isCapitalised && index != 0 { continue }
                counts[token.word.fingerprint, default: [:]][example.tags[index], default: 0] += 1
            }
        }
        var frequent: [UInt64: UInt32] = [:]
        for (word, tags) in counts {
            let total = tags.values.reduce(0, +)
            let isSmall = tags.keys.contains { Tagger.open & 1 << UInt32($0.rawValue) == 0 }
            guard total >= 20 || isSmall else { continue }
            var mask: UInt32 = total >= 20 ? 0 : Tagger.open
            for (tag, count) in tags where count * 200 > total && tag != .name || total < 20 {
                mask |= 1 << UInt32(tag.rawValue)
            }
            if mask != 0 { frequent[word] = mask }
        }
        return frequent
    }
}

// MARK: Reading the treebank

extension TaggerTraining {
    private struct TreebankWord {
        var form: String
        var universal: String
        var penn: String

        var tag: Tag {
            switch penn {
            case "NN": .noun
            case "NNS": .nouns
            case "NNP", "NNPS": .name
            case "PRP": .pronoun
            case "PRP$": .possessivePronoun
            case "WP", "WDT", "WP$": .relativePronoun
            case "WRB": .whAdverb
            case "DT", "PDT": .determiner
            case "EX": .existential
            case "CD": .number
            case "JJ", "JJR", "JJS": .adjective
            case "RB", "RBR", "RBS": .adverb
            case "RP": .particle
            case "IN": universal == "SCONJ" ? .subordinator : .preposition
            case "TO": universal == "PART" ? .to : .preposition
            case "CC": .conjunction
            case "POS": .possessive
            case "MD": .modal
            case "VB": .base
            case "VBP": .present
            case "VBZ": .presentThird
            case "VBD": .past
            case "VBN": .participle
            case "VBG": .gerund
            default: .other
            }
        }
    }

    private func example(_ text: String, _ words: [TreebankWord]) -> Example {
        let source = SourceText(text)
        var tokens = Tokenizer.tokens(of: source)
        var tagByEnd: [Int: Tag] = [:]
        var place = 0
        for word in words {
            let form = Array(word.form.unicodeScalars)
            // Forms follow one another in the text with white space between.
            while place < source.count, place + form.count <= source.count,
                Array(source.scalars[place..<place + form.count]) != form
            {
                place += 1
            }
            place += form.count
            tagByEnd[place] = word.tag
        }
        var tags: [Tag] = []
        var isGold: [Bool] = []
        for index in tokens.indices {
            if let mark = PunctuationTag.of(tokens[index], in: source) {
                tags.append(mark)
                isGold.append(false)
            } else {
                var tag = tagByEnd[tokens[index].end]
                let isHyphenated = source.scalars[tokens[index].start..<tokens[index].end].contains("-")
                if isHyphenated, tag == .noun || tag == .participle || tag == .gerund || tag == .past,
                    index + 1 < tokens.count, let next = tagByEnd[tokens[index + 1].end], next.isNominal
                {
                    tag = .adjective
                }
                tags.append(tag ?? .other)
                isGold.append(tag != nil)
            }
            tokens[index].tag = tags[index]
        }
        let shapes = tokens.indices.map {
            TaggerFeatures.shape(tokens[$0], of: source, isFirst: $0 == 0, inflections: inflections)
        }
        return Example(tokens: tokens, shapes: shapes, tags: tags, isGold: isGold)
    }
}

// MARK: Learning

/// Weights that are averaged over all the states they went through.
private struct AveragedPerceptron {
    private struct Row {
        var weight = [Int32](repeating: 0, count: Tag.guessed)
        var total = [Int64](repeating: 0, count: Tag.guessed)
        var stamp = [Int64](repeating: 0, count: Tag.guessed)
    }

    private var rows: [UInt32: Int] = [:]
    private var table: [Row] = []
    private var time: Int64 = 0

    mutating func guessAndLearn(_ features: [UInt32], truth: Tag, among allowed: UInt32) -> Tag {
        time += 1
        var scores = [Int32](repeating: 0, count: Tag.guessed)
        for feature in features {
            guard let row = rows[feature] else { continue }
            for tag in scores.indices { scores[tag] += table[row].weight[tag] }
        }
        var best = allowed.trailingZeroBitCount
        for tag in scores.indices where scores[tag] > scores[best] && allowed & 1 << UInt32(tag) != 0 { best = tag }
        let guess = Tag(rawValue: UInt8(best)) ?? .other
        if guess != truth {
            for feature in features {
                change(feature, Int(truth.rawValue), by: 1)
                change(feature, best, by: -1)
            }
        }
        return guess
    }

    private mutating func change(_ feature: UInt32, _ tag: Int, by step: Int32) {
        let row: Int
        if let known = rows[feature] {
            row = known
        } else {
            row = table.count
            rows[feature] = row
            table.append(Row())
        }
        table[row].total[tag] += (time - table[row].stamp[tag]) * Int64(table[row].weight[tag])
        table[row].stamp[tag] = time
        table[row].weight[tag] += step
    }

    /// The averages as small whole numbers; `minimum` is the least magnitude, in hundredths, that is kept.
    func quantised(dropping minimum: Int32) -> [(key: UInt32, weights: [(tag: UInt8, weight: Int8)])] {
        var result: [(key: UInt32, weights: [(tag: UInt8, weight: Int8)])] = []
        for (key, index) in rows.sorted(by: { $0.key < $1.key }) {
            let row = table[index]
            var weights: [(tag: UInt8, weight: Int8)] = []
            for tag in 0..<Tag.guessed {
                let total = row.total[tag] + (time - row.stamp[tag]) * Int64(row.weight[tag])
                let average = Double(total) / Double(max(1, time))
                guard abs(average) * 100 >= Double(minimum) else { continue }
                let scaled = (average * 8).rounded()
                if scaled != 0 { weights.append((UInt8(tag), Int8(max(-127, min(127, scaled))))) }
            }
            if !weights.isEmpty { result.append((key, weights)) }
        }
        return result
    }
}

/// A small seeded generator, so that training gives the same weights every time.
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var value = state
        value = (value ^ value >> 30) &* 0xbf58_476d_1ce4_e5b9
        value = (value ^ value >> 27) &* 0x94d0_49bb_1331_11eb
        return value ^ value >> 31
    }
}

import ReadingData

/// Given names, with what they tell of he and she.
struct GivenNames: Sendable {
    private var isFemale = WordTable<Bool?>()

    /// The table that comes with the program.
    static let builtIn = GivenNames(lines: DataFile.lines(reading_data_given_names()))

    /// Lines of names under "[m]" and "[f]"; a name under both tells nothing.
    init(lines: [Substring]) {
        var female = false
        for line in lines {
            if line == "[m]" {
                female = false
            } else if line == "[f]" {
                female = true
            } else {
                for name in line.split(separator: " ") {
                    let word = Word(String(name))
                    if let known = isFemale[word], known != female {
                        isFemale[word] = .some(nil)
                    } else {
                        isFemale[word] = .some(female)
                    }
                }
            }
        }
    }

    /// Whether a word is a given name.
    func contains(_ word: Word) -> Bool { isFemale.contains(word) }

    /// Whether a given name is a woman’s; `nil` for names of both and for other words.
    func isFemale(_ word: Word) -> Bool? { isFemale[word] ?? nil }
}

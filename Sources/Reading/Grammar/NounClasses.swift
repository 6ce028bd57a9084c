import ReadingData

/// What common nouns stand for: persons, groups of persons, documents.
struct NounClasses: Sendable {
    /// A kind of thing that can act or speak.
    enum Kind: UInt8, Sendable { case person, group, document }

    private var kinds = WordTable<Kind>()

    /// The table that comes with the program.
    static let builtIn = NounClasses(lines: DataFile.lines(reading_data_people()))

    init(lines: [Substring]) {
        var kind = Kind.person
        for line in lines {
            switch line {
            case "[person]": kind = .person
            case "[group]": kind = .group
            case "[document]": kind = .document
            default:
                for word in line.split(separator: " ") {
                    let key = Word(String(word))
                    if !kinds.contains(key) { kinds[key] = kind }
                }
            }
        }
    }

    /// What a noun, given by its dictionary form, stands for; `nil` for things that do not speak.
    subscript(noun: Word) -> Kind? { kinds[noun] }
}

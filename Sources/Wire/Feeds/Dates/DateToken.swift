/// A piece of a date: a number, a word, or a mark between them.
enum DateToken: Equatable {
    case number(Int, digits: Int)
    /// In small letters.
    case word(String)
    case mark(UInt8)

    /// The pieces of a text; white space and most marks only divide them.
    static func tokens(_ bytes: UnsafeBufferPointer<UInt8>) -> [DateToken] {
        var tokens: [DateToken] = []
        var rest = bytes[...]
        while let first = rest.first {
            if first.isASCIIDigit {
                let digits = rest.prefix { $0.isASCIIDigit }
                tokens.append(.number(digits.prefix(9).reduce(0) { $0 * 10 + Int($1 - 48) }, digits: digits.count))
                rest = rest.dropFirst(digits.count)
            } else if first.isInWord {
                let letters = rest.prefix { $0.isInWord }
                tokens.append(.word(String(decoding: letters, as: UTF8.self).lowercased()))
                rest = rest.dropFirst(letters.count)
            } else {
                if [0x2B, 0x2D, 0x2F, 0x3A, 0x2E].contains(first) { tokens.append(.mark(first)) }
                rest = rest.dropFirst()
            }
        }
        return tokens
    }
}

extension UInt8 {
    fileprivate var isInWord: Bool { isASCIILetter || self >= 0x80 }
}

/// The words that dates are made of.
enum DateWords {
    /// The month, 1 to 12, that a word names, in full or by its first letters.
    static func month(_ word: String) -> Int? {
        if let month = exact[word] { return month }
        guard word.count >= 3 else { return nil }
        // The first letters tell the months apart in English, and nearly so in its neighbours.
        return english.firstIndex {
            $0.hasPrefix(word) || word.count > 3 && word.hasPrefix($0.prefix(3)) && $0.count > 3
        }
        .map { $0 + 1 }
    }

    private static let english = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]

    /// Months whose names begin otherwise than in English: German, French, Spanish, Italian, Portuguese, Dutch, the
    /// languages of the North, Polish, Russian.
    private static let exact: [String: Int] = {
        let names = [
            "jän januar jänner janvier enero ene gennaio gen janeiro januari styczeń stycznia sty января янв ιαν",
            "feber février fév févr fevereiro fev febrero febbraio februari luty lutego lut февраля фев φεβ",
            "märz mär mrz mars marzo março maart mrt marzec marca марта мар μάρ",
            "avril avr abril abr aprile kwiecień kwietnia kwi апреля апр απρ",
            "mai mayo maggio mag maio mei maj maja мая май μάι",
            "juni juin junio giugno giu junho czerwiec czerwca cze июня июн ιούν",
            "juli juillet juil julio luglio lug julho lipiec lipca lip июля июл ιούλ",
            "août aoû aout agosto ago augustus sierpień sierpnia sie августа авг αύγ",
            "septembre septiembre set settembre setembro wrzesień września wrz сентября сен сент σεπ sept",
            "oktober okt octobre octubre ottobre ott outubro out październik października paź октября окт οκτ",
            "novembre noviembre novembro listopad listopada lis ноября ноя νοέ",
            "dezember dez décembre déc diciembre dic dicembre dezembro desember grudzień grudnia gru декабря дек δεκ",
        ]
        var months: [String: Int] = [:]
        for (index, line) in names.enumerated() {
            for name in line.split(separator: " ") { months[String(name)] = index + 1 }
        }
        return months
    }()

    /// Minutes east of Greenwich of a zone by its name.
    static func offset(_ word: String) -> Int? {
        if let hours = zones[word] { return Int(hours * 60) }
        // The letters that armies have for the zones; J is where one stands.
        guard word.utf8.count == 1, let letter = word.utf8.first.map(Int.init) else { return nil }
        switch letter {
        case 0x61...0x69: return (letter - 0x60) * 60
        case 0x6B...0x6D: return (letter - 0x61) * 60
        case 0x6E...0x79: return (0x6D - letter) * 60
        default: return nil
        }
    }

    private static let zones: [String: Double] = [
        "utc": 0, "gmt": 0, "ut": 0, "z": 0, "wet": 0, "west": 1, "bst": 1, "cet": 1, "met": 1, "mez": 1, "cest": 2,
        "mest": 2, "mesz": 2, "eet": 2, "sast": 2, "cat": 2, "eest": 3, "msk": 3, "eat": 3, "msd": 4, "gst": 4,
        "irst": 3.5, "pkt": 5, "ist": 5.5, "npt": 5.75, "wib": 7, "ict": 7, "hkt": 8, "sgt": 8, "awst": 8, "pht": 8,
        "jst": 9, "kst": 9, "acst": 9.5, "aest": 10, "acdt": 10.5, "aedt": 11, "nzst": 12, "nzdt": 13, "brt": -3,
        "art": -3, "nst": -3.5, "ndt": -2.5, "ast": -4, "adt": -3, "est": -5, "edt": -4, "et": -5, "cst": -6,
        "cdt": -5, "ct": -6, "mst": -7, "mdt": -6, "mt": -7, "pst": -8, "pdt": -7, "pt": -8, "akst": -9,
        "akdt": -8, "hst": -10,
    ]

    /// Whether a word says that it is after noon, or before; `nil` for all other words.
    static func isAfterNoon(_ word: String) -> Bool? {
        switch word {
        case "pm", "오후", "下午": true
        case "am", "오전", "上午": false
        default: nil
        }
    }
}

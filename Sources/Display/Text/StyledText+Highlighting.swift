extension StyledText {
    /// The text with every occurrence of `needle` laid on a ground, such as ``Role/match``.
    ///
    /// Case, accents and the shape of quotation marks do not matter. The parts keep their roles.
    package func highlighting(_ needle: String, as ground: Role) -> StyledText {
        let wanted = needle.map(\.searchForm)
        guard !wanted.isEmpty else { return self }
        let forms = spans.flatMap { $0.text.map(\.searchForm) }
        guard forms.count >= wanted.count else { return self }
        var isFound = [Bool](repeating: false, count: forms.count)
        var place = 0
        while place + wanted.count <= forms.count {
            if forms[place..<place + wanted.count].elementsEqual(wanted) {
                for index in place..<place + wanted.count { isFound[index] = true }
                place += wanted.count
            } else {
                place += 1
            }
        }
        var result = StyledText()
        var index = 0
        for span in spans {
            for character in span.text {
                result.append(String(character), isFound[index] ? span.style.on(ground) : span.style)
                index += 1
            }
        }
        return result
    }
}

extension Character {
    /// The character as a search sees it: small, without accents, quotation marks straight.
    fileprivate var searchForm: String {
        if let byte = asciiValue { return String(Character(Unicode.Scalar(byte)).lowercased()) }
        switch self {
        case "‘", "’": return "'"
        case "“", "”", "„": return "\""
        default: break
        }
        var scalars = String.UnicodeScalarView()
        for scalar in lowercased().decomposedScalars where scalar.properties.generalCategory != .nonspacingMark {
            scalars.append(scalar)
        }
        return String(scalars)
    }
}

/// What everything on the screen looks like: an appearance for every role.
package struct Theme: Hashable, Sendable {
    /// The name it is chosen by.
    package let name: String
    /// What it is for, in a few words.
    package let summary: String
    /// Whether it is dark text on a light ground.
    package let isLight: Bool
    private let looks: [Role: Appearance]
    /// Without colours, what the attributes have to say; the same for every theme.
    private let plainLooks: [Role: Attributes]

    init(name: String, summary: String, isLight: Bool, looks: [Role: Appearance], plainLooks: [Role: Attributes]) {
        self.name = name
        self.summary = summary
        self.isLight = isLight
        self.looks = looks
        self.plainLooks = plainLooks
    }

    private func look(of role: Role) -> Appearance {
        looks[role] ?? Appearance()
    }

    /// The attributes of every role, without the colours.
    var attributesByRole: [Role: Attributes] { looks.mapValues(\.attributes) }

    /// What a style looks like, in every colour there is.
    ///
    /// On a ground the background is the ground's. The foreground stays the role's as long as it can be read there, and
    /// is otherwise the ground's.
    /// - Parameter depth: Where legibility is judged: with few colours two come nearer to each other than they are.
    package func appearance(of style: Style, judgedIn depth: ColorDepth = .trueColor) -> Appearance {
        var appearance = look(of: style.role)
        if let ground = style.ground {
            let under = look(of: ground)
            if let background = under.background, background != look(of: .text).background {
                appearance.background = background
                let paper = background.shown(in: depth)
                let isReadable =
                    appearance.foreground.map { $0.shown(in: depth).contrast(with: paper) >= 4 } ?? false
                if !isReadable { appearance.foreground = under.foreground }
            }
            appearance.attributes.formUnion(under.attributes)
        }
        appearance.attributes.formUnion(style.emphasis)
        return appearance
    }

    /// What a terminal of few colours or many is told, to draw a style.
    ///
    /// Where a ground's colour would be lost among so few, or no colours are left at all, attributes take over: what is
    /// selected can be seen on every terminal.
    package func pen(for style: Style, depth: ColorDepth) -> Pen {
        guard depth > .none else {
            var attributes = plainLooks[style.role, default: []].union(style.emphasis)
            if let ground = style.ground { attributes.formUnion(plainLooks[ground, default: []]) }
            return Pen(attributes: attributes)
        }
        let appearance = appearance(of: style, judgedIn: depth)
        var pen = Pen(
            foreground: appearance.foreground?.nearest(in: depth),
            background: appearance.background?.nearest(in: depth), attributes: appearance.attributes)
        guard depth <= .sixteen else { return pen }
        let text = look(of: .text)
        let paper = text.background?.nearest(in: depth)
        if depth == .eight { boldenBright(&pen, appearance) }
        if let background = appearance.background, background != text.background, isFaint(background) {
            let plain = plainLooks[style.ground ?? style.role, default: []]
            pen.background = paper
            pen.attributes.formUnion(plain)
            // A reversed row in one colour reads better than one patched together from all its words' colours.
            if plain.contains(.reverse) { pen.foreground = text.foreground?.nearest(in: depth) }
        }
        if let foreground = pen.foreground, foreground == pen.background ?? (isLight ? 7 : 0) {
            // Two colours have become one; black or white can be read.
            pen.foreground = [0, 4, 8].contains(foreground) ? 7 : 0
        }
        return pen
    }

    /// Whether the colour is so near the paper that few colours cannot tell them apart. Black is meant as it is.
    private func isFaint(_ background: Color) -> Bool {
        background.packed != 0 && (isLight ? background.luminance > 0.6 : background.luminance < 0.2)
    }

    /// Of eight colours the bright ones are reached through bold.
    private func boldenBright(_ pen: inout Pen, _ appearance: Appearance) {
        guard let full = appearance.foreground?.nearest(in: .sixteen) else { return }
        if full == 8 {
            // Bold black is black on some terminals; quiet text is better plain than gone.
            pen.foreground = isLight ? 0 : 7
        } else if full > 8, !isLight {
            pen.attributes.insert(.bold)
        }
    }
}

extension Style {
    /// The emphases set on the style itself.
    fileprivate var emphasis: Attributes {
        var attributes: Attributes = []
        if isBold { attributes.insert(.bold) }
        if isItalic { attributes.insert(.italic) }
        if isUnderlined { attributes.insert(.underline) }
        return attributes
    }
}

extension Pen {
    fileprivate init(attributes: Attributes) {
        self.init(foreground: nil, background: nil, attributes: attributes)
    }
}

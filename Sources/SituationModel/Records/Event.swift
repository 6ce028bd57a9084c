/// Who did what to whom, when, and how sure that is.
package struct Event: Hashable, Sendable, Codable {
    /// What was done, in PLOVER's sixteen categories (PLOVER 0.8, Open Event Data Alliance).
    package enum Category: String, CaseIterable, Codable, Sendable {
        case agree, consult, support, concede, cooperate, aid, retreat, request, accuse, reject, threaten, protest,
            sanction, mobilize, coerce, assault

        /// The quarter of the conflict–cooperation plane that PLOVER puts the category in.
        package var quad: Quad {
            switch self {
            case .agree, .consult, .support, .concede: .verbalCooperation
            case .cooperate, .aid, .retreat: .materialCooperation
            case .request, .accuse, .reject, .threaten: .verbalConflict
            case .protest, .sanction, .mobilize, .coerce, .assault: .materialConflict
            }
        }
    }

    package enum Quad: Int, CaseIterable, Codable, Sendable {
        case verbalCooperation = 1
        case materialCooperation
        case verbalConflict
        case materialConflict

        package var inWords: String {
            switch self {
            case .verbalCooperation: "verbal cooperation"
            case .materialCooperation: "material cooperation"
            case .verbalConflict: "verbal conflict"
            case .materialConflict: "material conflict"
            }
        }
    }

    /// Whether it has been done, or how near it is to being done.
    package enum Mode: String, CaseIterable, Codable, Sendable {
        case actual, planned, threatened, considered, conditional, denied, negated
    }

    /// A number with its unit: `about 1,500 soldiers`.
    package struct Amount: Hashable, Sendable, Codable {
        package var value: Double
        package var unit: String
        package var isApproximate: Bool

        package init(_ value: Double, _ unit: String, isApproximate: Bool = false) {
            self.value = value
            self.unit = unit
            self.isApproximate = isApproximate
        }
    }

    /// One voice on an event: who gives it, how, how far it can be believed, and where that stands.
    package struct Account: Hashable, Sendable, Codable {
        package enum Manner: String, CaseIterable, Codable, Sendable {
            case reported, announced, confirmed, assessed, claimed
            case seeminglyShown = "seemingly shown"
            case notConfirmed = "not confirmed"
            case denied
        }

        package var manner: Manner
        package var by: ActorID?
        package var credibility: InformationCredibility
        package var anchor: Anchor

        package init(
            _ manner: Manner, by: ActorID?, credibility: InformationCredibility = .cannotBeJudged, anchor: Anchor
        ) {
            self.manner = manner
            self.by = by
            self.credibility = credibility
            self.anchor = anchor
        }
    }

    package let id: EventID
    /// Who did it; `nil` where that is not said.
    package var source: ActorID?
    package var category: Category
    package var target: ActorID?
    package var mode: Mode
    /// What happened, in one line.
    package var summary: String
    package var when: DateExpression?
    package var place: String?
    package var amounts: [Amount]
    package var accounts: [Account]
    /// What it hangs on, where it is to follow only if something else comes to pass, or does not; with its “if” or
    /// “unless”.
    package var condition: Anchor?
    package var remarks: String?
    package var review: Review?

    package init(
        id: EventID, source: ActorID?, category: Category, target: ActorID?, mode: Mode = .actual, summary: String,
        when: DateExpression? = nil, place: String? = nil, amounts: [Amount] = [], accounts: [Account] = [],
        condition: Anchor? = nil, remarks: String? = nil, review: Review? = nil
    ) {
        self.id = id
        self.source = source
        self.category = category
        self.target = target
        self.mode = mode
        self.summary = summary
        self.when = when
        self.place = place
        self.amounts = amounts
        self.accounts = accounts
        self.condition = condition
        self.remarks = remarks
        self.review = review
    }
}

extension Event: Revisable, Reviewed {
    package static func visit(_ visitor: inout some FieldVisitor<Event>) {
        visitor.field("source", \.source)
        visitor.field("category", \.category)
        visitor.field("target", \.target)
        visitor.field("mode", \.mode)
        visitor.field("summary", \.summary)
        visitor.field("when", \.when)
        visitor.field("place", \.place)
        visitor.field("amounts", \.amounts)
        visitor.field("accounts", \.accounts)
        visitor.field("condition", \.condition)
        visitor.field("remarks", \.remarks)
        visitor.field("review", \.review)
    }
}

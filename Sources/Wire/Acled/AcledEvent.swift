package import SituationModel

/// A row of ACLED: something that happened between armed groups, states and civilians, coded by people.
///
/// `first` and `second` are ACLED's actor1 and actor2, and **imply no direction**: who acted on whom is in the notes, or in
/// the kind of event.
package struct AcledEvent: Hashable, Sendable {
    /// One side, with what ACLED calls its interaction code.
    package struct Side: Hashable, Sendable {
        package var name: String
        /// Actors that took part beside it.
        package var associates: [String]
        /// The kind of actor, in ACLED's words: `State forces`, `Civilians`.
        package var kind: String?
    }

    /// event_id_cnty, or the older numbers.
    package var id: String
    package var day: CalendarDay
    /// 1 the day, 2 the week, 3 the month.
    package var dayPrecision: Int?
    /// `Political violence`, `Demonstrations`; absent in older files.
    package var disorder: String?
    package var kind: String
    package var subkind: String
    package var first: Side?
    package var second: Side?
    /// Whether civilians were the target, as far as the file says.
    package var isAgainstCivilians: Bool?
    /// The country's number of ISO 3166.
    package var countryNumber: Int?
    package var region: String?
    package var country: String
    /// First to third order of division, as far as given.
    package var divisions: [String]
    package var place: String?
    /// Degrees north and east.
    package var latitude: Double?
    package var longitude: Double?
    /// 1 the very place, 2 about there, 3 only the region.
    package var placePrecision: Int?
    /// Who reported it, one or several.
    package var sources: [String]
    package var sourceScale: String?
    package var notes: String
    package var fatalities: Int?
    package var tags: [String]
    /// When the row was last changed.
    package var changed: Instant?

    /// What ACLED's numbers 0 to 8 for the kinds of actors stand for.
    static let actorKinds = [
        "1": "State forces", "2": "Rebel group", "3": "Political militia", "4": "Identity militia", "5": "Rioters",
        "6": "Protesters", "7": "Civilians", "8": "External/Other forces",
    ]
}

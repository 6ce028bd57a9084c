/// One side of a GDELT event, in CAMEO's codes.
package struct GdeltActor: Hashable, Sendable {
    /// The whole code: `USAGOV`; empty where only a name was found.
    package var code: String
    /// The name as it was found, in capitals.
    package var name: String
    package var country: CameoCountryCode?
    /// Whether the country's column was empty, and the country is taken from the start of the code.
    package var isCountryFromCode: Bool
    package var knownGroup: String?
    package var ethnicity: String?
    /// Up to two.
    package var religions: [String]
    /// Roles, up to three: `GOV`, `MIL`, `OPP`.
    package var roles: [String]
    /// Where the actor was placed, which is not always where it belongs.
    package var place: GdeltPlace?

    /// The actor in the ten fields from `start` on; `nil` where they name nobody.
    init?(_ fields: inout TabbedFields, at start: Int, placeAt: Int) {
        guard !fields.isEmpty(start) || !fields.isEmpty(start + 1) else { return nil }
        code = fields.text(start)
        name = fields.text(start + 1)
        let stated = CameoCountryCode(fields.text(start + 2))
        country = stated ?? CameoCountryCode(startOfActorCode: code)
        isCountryFromCode = stated == nil && country != nil
        knownGroup = fields.presentText(start + 3)
        ethnicity = fields.presentText(start + 4)
        religions = (5...6).compactMap { fields.presentText(start + $0) }
        roles = (7...9).compactMap { fields.presentText(start + $0) }
        place = GdeltPlace(&fields, at: placeAt)
    }
}

/// A place in a GDELT event.
package struct GdeltPlace: Hashable, Sendable {
    /// How exactly it is known.
    package enum Precision: Int, Sendable {
        case country = 1
        case usState
        case usCity
        case worldCity
        case worldState
    }

    package var precision: Precision?
    package var name: String
    package var country: FipsCountryCode?
    /// First-order division: FIPS country code and two more characters.
    package var division: String?
    /// Second-order division.
    package var subdivision: String?
    /// Degrees north and east; the middle of it where it is large.
    package var latitude: Double?
    package var longitude: Double?
    /// The feature's number in the GNS or GNIS gazetteer, or a code.
    package var feature: String?

    /// The place in the eight fields from `start` on; `nil` where there is none.
    init?(_ fields: inout TabbedFields, at start: Int) {
        guard !fields.isEmpty(start + 1) || !fields.isEmpty(start + 2) else { return nil }
        precision = fields.integer(start, "a place's type").flatMap(Precision.init)
        name = fields.text(start + 1)
        country = FipsCountryCode(fields.text(start + 2))
        division = fields.presentText(start + 3)
        subdivision = fields.presentText(start + 4)
        latitude = fields.number(start + 5, "a latitude")
        longitude = fields.number(start + 6, "a longitude")
        feature = fields.presentText(start + 7)
    }
}

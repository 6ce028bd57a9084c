/// A country as GDELT's places have it: two letters of FIPS 10-4, which are not those of ISO. `GM` is Germany, `CH` China.
package struct FipsCountryCode: Hashable, Sendable, Codable, CustomStringConvertible {
    package let letters: String

    /// `nil` for what is not two letters or digits.
    package init?(_ text: some StringProtocol) {
        guard text.utf8.count == 2, text.utf8.allSatisfy(isUpperOrDigit) else { return nil }
        letters = String(text)
    }

    package var description: String { letters }
}

/// A country as CAMEO's actors have it: three letters, mostly those of ISO 3166. `DEU` is Germany, `CHN` China.
///
/// GDELT's own list also has regions and unions of countries, such as `EUR` and `AFR`.
package struct CameoCountryCode: Hashable, Sendable, Codable, CustomStringConvertible {
    package let letters: String

    /// `nil` for what is not three letters.
    package init?(_ text: some StringProtocol) {
        guard text.utf8.count == 3, text.utf8.allSatisfy(isUpperOrDigit) else { return nil }
        letters = String(text)
    }

    /// The country that an actor's code begins with; `nil` where it begins with something else, such as a role.
    package init?(startOfActorCode code: String) {
        let start = code.prefix(3)
        guard Self.countries.contains(String(start)) else { return nil }
        letters = String(start)
    }

    package var description: String { letters }

    /// The countries of ISO 3166-1, alpha-3, and the older codes that CAMEO and GDELT go on using.
    private static let countries: Set<String> = {
        let iso = """
            ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN BES BFA BGD BGR BHR BHS BIH BLM \
            BLR BLZ BMU BOL BRA BRB BRN BTN BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR COD COG COK COL COM CPV CRI CUB CUW CXR \
            CYM CYP CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESH ESP EST ETH FIN FJI FLK FRA FRO FSM GAB GBR GEO GGY GHA GIB \
            GIN GLP GMB GNB GNQ GRC GRD GRL GTM GUF GUM GUY HKG HMD HND HRV HTI HUN IDN IMN IND IOT IRL IRN IRQ ISL ISR ITA \
            JAM JEY JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAC MAF MAR MCO MDA \
            MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MNP MOZ MRT MSR MTQ MUS MWI MYS MYT NAM NCL NER NFK NGA NIC NIU NLD NOR \
            NPL NRU NZL OMN PAK PAN PCN PER PHL PLW PNG POL PRI PRK PRT PRY PSE PYF QAT REU ROU RUS RWA SAU SDN SEN SGP SGS \
            SHN SJM SLB SLE SLV SMR SOM SPM SRB SSD STP SUR SVK SVN SWE SWZ SXM SYC SYR TCA TCD TGO THA TJK TKL TKM TLS TON \
            TTO TUN TUR TUV TWN TZA UGA UKR UMI URY USA UZB VAT VCT VEN VGB VIR VNM VUT WLF WSM YEM ZAF ZMB ZWE
            """
        let others = "ANT KSV ROM RKS SCG TMP WSB XKX YUG ZAR"
        return Set((iso + " " + others).split(separator: " ").map(String.init))
    }()
}

private func isUpperOrDigit(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte) }

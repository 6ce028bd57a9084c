/// Words that tell what a name names.
enum TitleWords {
    /// Before a person’s name.
    static let personal: WordSet = """
        president premier chancellor king queen prince princess pope emperor sultan emir sheikh imam ayatollah archbishop bishop cardinal rabbi reverend \
        minister secretary senator congressman congresswoman representative governor mayor judge justice general admiral colonel major captain lieutenant \
        sergeant commander marshal brigadier ambassador envoy chairman chairwoman chair director chief spokesman spokeswoman spokesperson professor doctor dame sir lord lady \
        mr mr. mrs mrs. ms ms. miss dr dr. sen sen. rep rep. gov gov. gen gen. col col. lt lt. sgt sgt. capt capt. adm adm. prof prof. rev rev. hon hon. maj maj. brig brig. \
        attorney prosecutor leader speaker commissioner deputy vice prime foreign defence defense interior finance former acting then-president ex-president \
        speaker majority minority leader whip candidate nominee rival analyst economist journalist author actor actress singer coach activist strategist lawyer \
        columnist historian researcher scientist businessman tycoon billionaire editor reporter correspondent pollster adviser advisor aide manager officer head founder \
        co-founder ceo cfo father brother sister son daughter wife husband mother colleague counterpart official lawmaker mp dissident cleric warlord executive \
        superintendent sheriff constable inspector detective agent secretary-general undersecretary under-secretary co-chair producer host anchor neighbor resident teacher
        """

    /// Titles that alone are names of an office: "President" before a name, "the president" later.
    static let offices: WordSet = """
        president premier chancellor king queen prince pope minister secretary senator congressman congresswoman governor mayor judge general admiral colonel \
        commander ambassador envoy chairman chairwoman director chief spokesman spokeswoman spokesperson professor leader speaker commissioner mogul billionaire \
        official lawmaker strategist candidate nominee businessman tycoon
        """

    /// Forms of address, which tell no office.
    static let forms: WordSet =
        "mr mr. mrs mrs. ms ms. miss dame sir lord lady father mother brother sister son daughter wife husband"

    static let women: WordSet =
        "mrs mrs. ms ms. miss dame lady queen princess chairwoman congresswoman spokeswoman actress businesswoman wife mother sister daughter"
    static let men: WordSet =
        "mr mr. sir lord king prince chairman congressman spokesman actor businessman husband father brother son pope sultan emir imam"

    /// The last word of the name of an organisation.
    static let organisations: WordSet = """
        ministry party council committee commission agency university college school institute institution foundation association union federation confederation league \
        bank corporation corp. corp company co. co inc. inc ltd. ltd llc plc group court tribunal parliament assembly congress senate house department bureau office \
        service services forces force army navy guard guards corps brigade brigades battalion regiment division police authority administration organization organisation \
        network times post journal news herald tribune press magazine radio television tv center centre society club church alliance coalition movement front organization \
        board chamber fund trust observatory campaign project hospital airlines airways airport secretariat command directorate cabinet government embassy consulate \
        mission initiative forum conference industries systems partners capital holdings pac
        """

    /// The first word of the name of an organisation that goes on with "of" or "for".
    static let organisationsOf: WordSet = """
        ministry department university bank institute council office board court center centre association organization organisation society college school church \
        house committee commission league union federation bureau embassy academy agency secretariat movement party government republic
        """

    /// Small words inside a person’s name.
    static let particles: WordSet =
        "de da do dos del della di van von der den ter ten bin ibn al el la le du des abu ben y e"

    /// Institutions of a state, with or without capitals: "the Iranian foreign ministry".
    static let institutions: WordSet = """
        ministry army military navy parliament embassy police court government police authorities troops forces soldiers intelligence consulate cabinet senate \
        administration presidency treasury
        """

    /// Words that stand before an institution as part of its name.
    static let institutionModifiers: WordSet = """
        foreign defence defense interior finance justice health education trade economy energy supreme constitutional high armed security air special coast national \
        military intelligence federal central home affairs
        """
}

/// Words that are written with a full stop which does not, or need not, end the sentence.
enum Abbreviations {
    /// Before a name: the stop never ends a sentence.
    static let titles: WordSet = """
        mr. mrs. ms. mx. dr. prof. sen. rep. gov. gen. col. lt. sgt. cpl. pvt. capt. cmdr. adm. maj. brig. st. hon. rev. fr. sr. \
        msgr. pres. supt. det. insp. amb. atty. sens. reps. govs. gens. messrs. mmes. vs. v. no. nos. vol. pp. fig. cf. approx. mt. ft.
        """

    /// Written with a capital or in lower case, kept together with their stop.
    static let keepStop: WordSet = """
        mr mrs ms mx dr prof sen rep gov gen col lt sgt cpl pvt capt cmdr adm maj brig st hon rev sr jr msgr pres supt det insp amb atty \
        sens reps govs gens messrs mmes inc corp co ltd bros llc plc dept univ assn ave blvd rd jan feb mar apr jun jul aug sep sept oct nov dec mon \
        tue tues wed thu thurs fri ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex vt va \
        wash wis wyo no nos vol vs mt ft gens brigs ph
        """

    /// Also in lower case.
    static let lowerCase: WordSet = "vs etc approx e.g i.e a.m p.m cf al est viz ca p.a"

    /// After these stops a sentence may end; it does when the next word looks like the start of one.
    static let sentenceStarters: WordSet = """
        the a an he she it they we i you his her its their our my this that these those there in on at but and for as by if when while after \
        before since although though however meanwhile moreover what why how who where yet so no not some many most all both each another one two \
        it's he's she's they're earlier later last also still now then asked under with according despite during
        """
}

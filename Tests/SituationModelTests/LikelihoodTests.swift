import Testing

@testable import SituationModel

@Suite struct LikelihoodTests {
    @Test(arguments: [
        ("likely", 0.55, 0.80), ("Roughly  Even Chance", 0.45, 0.55), ("almost certainly", 0.95, 0.99),
        ("a realistic possibility", 0.40, 0.50), ("likely (PHIA)", 0.55, 0.75), ("highly unlikely", 0.10, 0.20),
        ("remote", 0.01, 0.05), ("remote chance", 0, 0.05), ("55-80%", 0.55, 0.80), ("55 – 80 %", 0.55, 0.80),
        ("60%", 0.6, 0.6), ("60 per cent", 0.6, 0.6), ("0.6", 0.6, 0.6), ("0.2-0.3", 0.2, 0.3), ("12.5%", 0.125, 0.125),
    ])
    func readsWordsAndNumbers(text: String, lower: Double, upper: Double) throws {
        let bounds = try Likelihood(text).bounds
        #expect(abs(bounds.lowerBound - lower) < 1e-12 && abs(bounds.upperBound - upper) < 1e-12, "\(text)")
    }

    @Test func aWordOfBothScalesIsReadOnTheOneAskedFor() throws {
        #expect(try Likelihood("likely", scale: .phia).bounds == 0.55...0.75)
        #expect(try Likelihood("roughly even chance", scale: .phia).bounds == 0.45...0.55)
        #expect(throws: LikelihoodFault.self) { try Likelihood("roughly even chance (PHIA)") }
    }

    @Test(arguments: [
        ("", "expected a word"), ("maybe", "expected a word"), ("80-55%", "lower end"), ("0%", "not likely"),
        ("100%", "not likely"), ("60", "write 60%"), ("55-", "expected a word"), ("-5%", "expected a word"),
        ("1-2-3%", "expected a word"), ("nan", "expected a word"), ("1e-3", "expected a word"),
        ("%", "expected a word"), ("٦٠%", "expected a word"),
    ])
    func refusesWithAReason(text: String, part: String) {
        let fault = #expect(throws: LikelihoodFault.self) { try Likelihood(text) }
        #expect(fault?.description.contains(part) == true, "\(fault?.description ?? "")")
    }

    @Test func everyWordReadsItselfAgain() throws {
        for scale in LikelihoodScale.allCases {
            for band in scale.bands {
                let likelihood = Likelihood.band(band)
                #expect(try Likelihood(likelihood.description) == likelihood)
                for word in band.words { #expect(try Likelihood(word, scale: scale) == likelihood) }
            }
        }
        for text in ["60%", "12.5%", "55–80%", "0.0001%", "99.9999%"] {
            #expect(try Likelihood(text).description == text)
        }
    }

    @Test(arguments: [
        (0.01, 1), (0.05, 1), (0.06, 2), (0.20, 2), (0.45, 3), (0.46, 4), (0.5, 4), (0.54, 4), (0.55, 5), (0.80, 6),
        (0.95, 7), (0.99, 7),
    ])
    func aSharedEndBelongsToTheBandFurtherFromEven(probability: Double, number: Int) {
        #expect(LikelihoodScale.icd203.band(for: probability)?.number == number)
    }

    @Test func whatIsKnownIsNotLikely() {
        for scale in LikelihoodScale.allCases {
            #expect(scale.band(for: 0) == nil)
            #expect(scale.band(for: 1) == nil)
        }
        #expect(LikelihoodScale.phia.band(for: 0.52) == nil, "the yardstick has gaps")
        #expect(LikelihoodScale.phia.band(for: 0.22) == nil)
    }
}

import SituationModel

/// A mean Brier score taken apart: score = reliability − resolution + uncertainty + within bins.
///
/// A. H. Murphy, *A new vector partition of the probability score*, 1973. Murphy's three parts make up the score only where all
/// forecasts of a bin are the same; what they differ by within the bins is the fourth part, of D. B. Stephenson, C. A. S. Coelho
/// and I. T. Jolliffe, *Two extra components in the Brier score decomposition*, 2008.
package struct BrierParts: Hashable, Sendable {
    package let score: Double
    /// How far what came differs from what was said; 0 is best.
    package let reliability: Double
    /// How well the bins tell apart what comes from what does not; more is better.
    package let resolution: Double
    /// How hard the questions were: base rate × (1 − base rate).
    package let uncertainty: Double
    /// The variance of forecasts within their bins, less twice their covariance with what came.
    package let withinBins: Double

    /// The parts for the bins of a calibration plot; `nil` without forecasts.
    package init?(_ forecasts: [ScoredForecast]) {
        guard !forecasts.isEmpty else { return nil }
        let count = Double(forecasts.count)
        let baseRate = forecasts.reduce(0) { $0 + $1.outcome } / count
        score = forecasts.reduce(0) { $0 + $1.brier } / count
        uncertainty = baseRate * (1 - baseRate)
        let bins = Calibration(forecasts).bins
        reliability = bins.reduce(0) { $0 + $1.weight * Self.square($1.meanForecast - $1.frequency) } / count
        resolution = bins.reduce(0) { $0 + $1.weight * Self.square($1.frequency - baseRate) } / count
        var within = 0.0
        for (band, entries) in Calibration.sorted(forecasts) {
            guard let bin = bins.first(where: { $0.band == band }) else { continue }
            for entry in entries {
                let difference = entry.share.probability - bin.meanForecast
                within += entry.share.weight * difference * (difference - 2 * (entry.outcome - bin.frequency))
            }
        }
        withinBins = within / count
    }

    private static func square(_ number: Double) -> Double { number * number }
}

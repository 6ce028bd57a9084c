package import SituationModel

/// How often what was called so likely did happen: one row of a calibration plot for each band of ICD 203.
package struct Calibration: Hashable, Sendable {
    package struct Bin: Hashable, Sendable {
        package let band: LikelihoodBand
        /// How many forecasts stood in this band for some of their time.
        package let forecasts: Int
        /// The sum of the shares of their time; the size of the bin in every mean.
        package let weight: Double
        /// The mean of the probabilities given.
        package let meanForecast: Double
        /// The share of them that came about.
        package let frequency: Double

        /// Whether there are too few forecasts to say anything: fewer than ten.
        package var isSmall: Bool { forecasts < Calibration.leastForecasts }
    }

    /// Under this number, a bin or a record says little.
    package static let leastForecasts = 10

    /// The bands that hold any forecasts, the least likely first.
    package let bins: [Bin]

    package init(_ forecasts: [ScoredForecast]) {
        bins = Self.sorted(forecasts).compactMap { band, entries in
            let weight = entries.reduce(0) { $0 + $1.share.weight }
            guard weight > 0 else { return nil }
            return Bin(
                band: band, forecasts: Set(entries.map(\.forecast)).count, weight: weight,
                meanForecast: entries.reduce(0) { $0 + $1.share.weight * $1.share.probability } / weight,
                frequency: entries.reduce(0) { $0 + $1.share.weight * $1.outcome } / weight)
        }
    }

    struct Entry {
        let forecast: Int
        let share: ScoredForecast.Share
        let outcome: Double
    }

    /// Every share of every forecast under the band of its probability; 0 and 1 under the outermost.
    static func sorted(_ forecasts: [ScoredForecast]) -> [(band: LikelihoodBand, entries: [Entry])] {
        var entries: [Int: [Entry]] = [:]
        for (number, forecast) in forecasts.enumerated() {
            for share in forecast.shares {
                let inside = min(max(share.probability, 0.01), 0.99)
                guard let band = LikelihoodScale.icd203.band(for: inside) else { continue }
                entries[band.number, default: []].append(
                    Entry(forecast: number, share: share, outcome: forecast.outcome))
            }
        }
        return LikelihoodScale.icd203.bands.map { ($0, entries[$0.number] ?? []) }
    }
}

extension [Double] {
    /// 0 where there are none.
    var mean: Double { isEmpty ? 0 : reduce(0, +) / Double(count) }

    /// The mean square of the distances from the mean; 0 where there are none.
    var variance: Double {
        let mean = mean
        return map { ($0 - mean) * ($0 - mean) }.mean
    }

    /// The variance that numbers drawn like these have, estimated from at least two of them.
    var sampleVariance: Double { count > 1 ? variance * Double(count) / Double(count - 1) : 0 }

    var standardDeviation: Double { variance.squareRoot() }
}

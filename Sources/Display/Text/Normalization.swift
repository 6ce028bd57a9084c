// The standard library normalises strings itself, to compare them, and shares that with Foundation. All of Foundation
// only for this would double the time a program takes to start.
@_spi(_Unicode) import Swift

extension StringProtocol {
    /// The scalars of the text, composed where they can be (Normalization Form C).
    var composedScalars: [Unicode.Scalar] {
        Array(String(self)._nfc)
    }

    /// The scalars of the text, taken apart where they can be (Normalization Form D).
    var decomposedScalars: [Unicode.Scalar] {
        Array(String(self)._nfd)
    }
}

import CCrypto

/// MD5, good for telling a damaged file from a whole one and for nothing else.
///
/// From OpenSSL's libcrypto, which libcurl brings along anyway; swift-crypto would add minutes to a clean build for it.
enum MD5 {
    /// The digest as 32 hexadecimal digits in lower case; `nil` where the library is set up to refuse MD5.
    static func hexadecimal(of bytes: [UInt8]) -> String? {
        var digest = [UInt8](repeating: 0, count: 16)
        var length: UInt32 = 0
        guard EVP_Digest(bytes, bytes.count, &digest, &length, EVP_md5(), nil) == 1, length == 16 else { return nil }
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}

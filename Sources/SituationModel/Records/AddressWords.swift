extension String {
    /// An address as it may be shown: without the name and password before its host. Text that is no address stays as it is.
    ///
    /// Where a password has marks in it that an address cannot have there, all before the last `@` goes.
    package var withoutCredentials: String {
        var start = startIndex
        while start < endIndex, !self[start...].hasPrefix("://") { start = index(after: start) }
        guard start < endIndex else { return self }
        start = index(start, offsetBy: 3)
        let authority = self[start...].prefix { !"/?#".contains($0) }
        var end = authority.lastIndex(of: "@")
        // What looks like a port and is no number may be the beginning of a password.
        if end == nil, authority.first != "[", let colon = authority.firstIndex(of: ":"),
            !authority[colon...].dropFirst().allSatisfy(\.isNumber)
        {
            end = self[start...].lastIndex(of: "@")
        }
        guard let end else { return self }
        return String(self[..<start] + self[index(after: end)...])
    }
}

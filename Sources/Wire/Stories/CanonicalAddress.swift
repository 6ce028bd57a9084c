/// One spelling for the many addresses of one article: a key to compare by, not an address to fetch.
///
/// What differs between two ways to the same article goes: letter case of scheme and host, `https` or `http`, `www.`,
/// default ports, user names, fragments, tracking parameters, the order of parameters, `index.html`, a slash at the end,
/// needless percent signs, and the forms that AMP gives to addresses. What may tell two articles apart stays: every other
/// parameter, the case of the path, fragments that are routes (`#!/42`, `#/42`).
package enum CanonicalAddress {
    /// The key; `nil` for what is no http address.
    package static func key(of address: String) -> String? { key(of: address, depth: 0) }

    private static func key(of address: String, depth: Int) -> String? {
        let bare = address.unicodeScalars.filter { $0.value > 0x20 && $0.value != 0x7F }
        let text = String(String.UnicodeScalarView(bare))
        guard let colon = text.firstRange(of: "://"),
            ["http", "https"].contains(text[..<colon.lowerBound].lowercased())
        else { return nil }
        let rest = text[colon.upperBound...]
        let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" && $0 != "\\" }
        guard let host = host(authority) else { return nil }
        var tail = rest[authority.endIndex...]
        var route = ""
        if let hash = tail.firstIndex(of: "#") {
            let fragment = tail[tail.index(after: hash)...]
            if fragment.hasPrefix("!") || fragment.hasPrefix("/") { route = "#" + fragment }
            tail = tail[..<hash]
        }
        let path = tail.prefix { $0 != "?" }
        if depth == 0, let original = original(host: host, path: path) {
            let query = tail[path.endIndex...]
            return key(of: original + query, depth: 1)
        }
        return "https://" + shortened(host) + AddressPath.canonical(String(path))
            + query(tail[path.endIndex...].dropFirst()) + route
    }

    // MARK: Host

    /// Host and port, the usual ports left out; `nil` where there is no host, or what follows it is no port.
    private static func host(_ authority: Substring) -> String? {
        let place = (authority.lastIndex(of: "@").map { authority[authority.index(after: $0)...] } ?? authority)
            .lowercased()
        // An address of IPv6 has colons of its own, in brackets.
        let bracket = place.hasPrefix("[") ? place.firstIndex(of: "]") : nil
        let colon = place[(bracket ?? place.startIndex)...].firstIndex(of: ":")
        var host = place[..<(colon ?? place.endIndex)]
        while host.last == "." { host.removeLast() }
        let port = colon.map { place[place.index(after: $0)...] } ?? ""
        guard !host.isEmpty, port.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return String(host) + (["", "80", "443"].contains(port) ? "" : ":" + port)
    }

    /// Without the names under which the same pages are served again.
    private static func shortened(_ host: String) -> String {
        var host = host[...]
        while let prefix = ["www.", "amp."].first(where: host.hasPrefix), host.dropFirst(prefix.count).contains(".") {
            host = host.dropFirst(prefix.count)
        }
        return String(host)
    }

    /// The address that an AMP cache shows a copy of: Google's viewer and the AMP project's own host.
    private static func original(host: String, path: Substring) -> String? {
        var parts = path.split(separator: "/", maxSplits: 3)
        if host.hasSuffix(".cdn.ampproject.org"), let kind = parts.first, ["c", "v", "i"].contains(kind) {
            parts = path.split(separator: "/", maxSplits: 2)
        } else if host == "www.google.com" || host == "google.com", parts.first == "amp" {
            parts = path.split(separator: "/", maxSplits: 2)
        } else {
            return nil
        }
        guard parts.count >= 2 else { return nil }
        if parts[1] == "s", parts.count == 3 { return "https://" + parts[2] }
        return "http://" + parts.dropFirst().joined(separator: "/")
    }

    // MARK: Query

    private static func query(_ text: Substring) -> String {
        let kept = text.split(separator: "&").filter { !isTracking($0) }.map { AddressPath.evened(String($0)) }
        return kept.isEmpty ? "" : "?" + kept.sorted().joined(separator: "&")
    }

    private static func isTracking(_ parameter: Substring) -> Bool {
        let name = parameter.prefix { $0 != "=" }.lowercased()
        let value = parameter.dropFirst(name.count + 1).lowercased()
        if name == "amp" || ["output", "outputtype"].contains(name) && value == "amp" { return true }
        return trackingNames.contains(name) || trackingStarts.contains { name.hasPrefix($0) }
    }

    private static let trackingStarts = [
        "utm_", "mtm_", "pk_", "at_", "ns_", "_hs", "__hs", "hsa_", "wt_", "wt.", "guce_", "oly_", "vero_", "sc_c",
    ]

    /// Marks of advertising, newsletters and sharing, which no site chooses its article by.
    private static let trackingNames: Set<String> = [
        "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "twclid", "ttclid", "yclid", "ysclid",
        "igshid",
        "igsh", "li_fat_id", "mc_cid", "mc_eid", "mkt_tok", "_openstat", "_ga", "_gl", "cmpid", "cmp", "smid", "smtyp",
        "emc",
        "ito", "ocid", "ncid", "xtor", "s_cid", "ref_src", "ref_url", "sr_share", "spm", "__twitter_impression",
        "guccounter", "hss_channel", "soc_src", "soc_trk", "srnd", "taid", "traffic_source", "partner_rss",
    ]
}

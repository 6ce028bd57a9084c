/// The way along which redirects lead, and the rules for it.
struct RedirectTrail {
    private(set) var address: WebAddress
    /// Where the way led as long as every step was a permanent one; `nil` if the first was not.
    private(set) var permanent: WebAddress?
    private var isPermanent = true
    private var seen: Set<WebAddress>
    private let limit: Int

    /// A way from an address, of at most `limit` steps.
    init(from address: WebAddress, limit: Int) {
        self.address = address
        self.limit = limit
        seen = [address]
    }

    /// Takes the step that an answer asks for; false if it asks for none.
    mutating func follow(_ head: ResponseHead) throws(FetchFailure) -> Bool {
        guard [301, 302, 303, 307, 308].contains(head.status), let location = head["location"] else { return false }
        let target: WebAddress
        do {
            target = try address.resolving(location)
        } catch {
            throw Self.blamed(for: error)
        }
        // Without cookies the same question gets the same answer.
        guard seen.insert(target).inserted else { throw .redirectLoop(address: target.text) }
        guard seen.count - 1 <= limit else { throw .tooManyRedirects(limit: limit) }
        isPermanent = isPermanent && (head.status == 301 || head.status == 308)
        if isPermanent { permanent = target }
        address = target
        return true
    }

    /// The failure at the present address, laid to the redirect if that is what led to where it must not.
    func blamed(for failure: FetchFailure) -> FetchFailure {
        seen.count > 1 ? Self.blamed(for: failure) : failure
    }

    private static func blamed(for failure: FetchFailure) -> FetchFailure {
        switch failure {
        case .invalidAddress, .unsupportedScheme, .localAddress: .badRedirect(failure)
        default: failure
        }
    }
}

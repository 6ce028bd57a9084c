import SituationModel
import Testing

@Suite struct AddressWordsTests {
    @Test(arguments: [
        ("https://wire.example/a@b", "https://wire.example/a@b"),
        ("https://me:pass@wire.example:8080/a?b=c@d", "https://wire.example:8080/a?b=c@d"),
        ("https://token@wire.example/", "https://wire.example/"),
        ("https://me:p@ss@wire.example", "https://wire.example"),
        ("https://me:pa/ss@wire.example/a", "https://wire.example/a"),
        ("https://[::1]:80/a", "https://[::1]:80/a"), ("https://wire.example:80/a@b", "https://wire.example:80/a@b"),
        ("/in/my@folder", "/in/my@folder"), ("", ""), ("://", "://"), ("me@wire.example", "me@wire.example"),
        ("https://wire.example?to=a@b", "https://wire.example?to=a@b"),
        ("https://me:pa?s#s@wire.example/", "https://wire.example/"),
        ("https://me:pass@[::1]:80/", "https://[::1]:80/"),
    ])
    func namesAndPasswordsAreLeftOut(address: String, shown: String) {
        #expect(address.withoutCredentials == shown)
    }
}

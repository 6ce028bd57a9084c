import Commands
import Testing

@Suite("Alerts in the configuration")
struct AlertConfigurationTests {
    @Test("are read with their rules, in the order of the file")
    func read() {
        let (configuration, problems) = Configuration.parse(
            toml: """
                [alerts]
                bell = false
                hook = ["notify-send", "Watchfloor"]
                quiet = "22:00-06:30"
                [alerts.rules]
                zulu = "event:assault"
                alpha = "nuclear"
                """, file: "c.toml")
        #expect(problems.isEmpty)
        let alerts = configuration.alerts
        #expect(!alerts.bell && alerts.notify)
        #expect(alerts.hook == ["notify-send", "Watchfloor"])
        #expect(alerts.rules.map(\.name) == ["zulu", "alpha"])
        #expect(alerts.rules.map(\.line) == [6, 7])
    }

    @Test("are quiet over midnight, from the first minute to the last")
    func quiet() {
        let (configuration, _) = Configuration.parse(toml: "[alerts]\nquiet = \"22:00-06:30\"", file: "c.toml")
        let quiet = [22 * 60, 23 * 60 + 59, 0, 6 * 60 + 29]
        #expect(quiet.allSatisfy { configuration.alerts.isQuiet(atMinute: $0) })
        #expect([6 * 60 + 30, 12 * 60, 21 * 60 + 59].allSatisfy { !configuration.alerts.isQuiet(atMinute: $0) })
        #expect(!Configuration().alerts.isQuiet(atMinute: 0))
    }

    @Test("say what is wrong with a setting, and keep the others")
    func mistakes() {
        let (configuration, problems) = Configuration.parse(
            toml: """
                [alerts]
                bell = "no"
                quiet = "25:00-06:00"
                hook = "notify-send Watchfloor" 
                hok = 1
                [alerts.rules]
                empty = " "
                good = "troops"
                """, file: "c.toml")
        #expect(problems.map(\.line) == [2, 3, 5, 7])
        #expect(problems.last?.message.contains("empty") == true)
        #expect(configuration.alerts.rules.map(\.name) == ["good"])
        #expect(configuration.alerts.hook == ["notify-send Watchfloor"], "one word, and so one program")
    }
}

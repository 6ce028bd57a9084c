import Testing

@testable import Wire

/// How markup becomes a tree: by HTML's rules where they matter to the text.
@Suite struct MarkupTests {
    private func blocks(_ html: String) -> [String] { HTMLText.paragraphs(html) }

    @Test(arguments: [
        // Paragraphs, items and cells that are not ended.
        ("<p>One<p>Two<div>Three</div>Four", ["One", "Two", "Three", "Four"]),
        ("<ul><li>One<li>Two<ul><li>Inner</ul><li>Three</ul>", ["One", "Two", "Inner", "Three"]),
        ("<table><tr><td>One<td>Two<tr><td>Three</table>Four", ["One", "Two", "Three", "Four"]),
        ("<dl><dt>Word<dd>Meaning<dt>Other</dl>", ["Word", "Meaning", "Other"]),
        // End tags that end nothing, and that would end too much.
        ("<div>One</p></b></span> more</div>", ["One more"]),
        ("<b><p>One</b></p><p>Two", ["One", "Two"]),
        ("<table><tr><td><div>One</table></div>Two", ["One", "Two"]),
        // One line break is a space, two end a paragraph.
        ("One<br>two<br><br/>Three<br>\n<br>Four", ["One two", "Three", "Four"]),
        ("<pre>One\n  two</pre>", ["One two"]),
        // What is no markup.
        ("1 < 2 and 3 <4> 5", ["1 < 2 and 3 <4> 5"]),
        ("One <!-- <p>hidden</p> --> two <!--> three", ["One two three"]),
        ("One <![CDATA[<two> & three]]> four", ["One <two> & three four"]),
        ("One <?php echo 2 ?> two", ["One two"]),
        ("<a title=\"2 > 1\" href='<x>'>One</a>", ["One"]),
        // Words of one paragraph in several elements.
        ("<p><b>On</b>e <my-word>two</my-word><i> three</i></p>", ["One two three"]),
    ])
    func textIsCutWhereTheReaderSeesLines(html: String, expected: [String]) {
        #expect(blocks(html) == expected)
    }

    @Test(arguments: [
        "<script>if (a</b) document.write('<p>No</p>' + \"</scr\" + \"ipt>\")</script>Yes",
        "<script type='text/template'><div>No</div></script>Yes",
        "<style>p::before { content: '</p>No' }</style>Yes",
        "<svg><title/><text>No</text></svg>Yes",
        "<svg><style>No</style><title>No</title></svg>Yes",
        "<template><p>No</p></template>Yes",
        "<noscript><p>No</p></noscript>Yes",
        "<iframe><p>No</p></iframe><textarea><p>No</p></textarea>Yes",
        "<button>No</button><select><option>No<option>No</select>Yes",
        "<head><title>No</title></head>Yes",
    ])
    func whatIsNotShownIsNotRead(html: String) {
        #expect(blocks(html) == ["Yes"])
    }

    @Test func aTemplateThatIsAShadowRootIsShown() {
        #expect(blocks("<my-page><template shadowrootmode=open><p>Yes</p></template></my-page>") == ["Yes"])
    }

    @Test(arguments: [
        ("&amp; &lt;b&gt; &quot;x&quot; &#39;y&#39; &#x27;z&#X27;", "& <b> \"x\" 'y' 'z'"),
        ("&eacute;t&eacute; &copy 2024 &notin; &nosuch; &", "été © 2024 ∉ &nosuch; &"),
        ("&#150; &#x80; &#0; &#xD800; &#99999999999; &#;", "– € \u{FFFD} \u{FFFD} \u{FFFD} &#;"),
        ("one&nbsp;&nbsp;two &shy;three&#8203;four", "one two threefour"),
        ("AT&T &ampere", "AT&T &ampere"),
    ])
    func characterReferencesAreResolved(html: String, expected: String) {
        #expect(blocks(html) == [expected])
    }

    @Test func textBeyondTheDeepestLevelStays() {
        let deep = String(repeating: "<div>", count: PageTree.deepest * 2)
        #expect(
            blocks(deep + "Inside" + String(repeating: "</div>", count: PageTree.deepest * 2) + "<p>Behind") == [
                "Inside", "Behind",
            ])
    }
}

@Suite struct HTMLTextTests {
    @Test func textWithoutMarkupIsKept() {
        #expect(HTMLText.plain("Plain text,\n on two  lines.") == "Plain text, on two lines.")
        #expect(HTMLText.plain("One.\n\nTwo.\n \t\nThree.\n") == "One.\n\nTwo.\n\nThree.")
        #expect(HTMLText.plain("") == "")
    }

    @Test func markupBecomesParagraphs() {
        let html =
            "<h2>Title</h2><p>One &amp; <a href=x>two</a>.</p><ul><li>Three<li>Four</ul><img src=y><script>z</script>"
        #expect(HTMLText.plain(html) == "Title\n\nOne & two.\n\nThree\n\nFour")
    }
}

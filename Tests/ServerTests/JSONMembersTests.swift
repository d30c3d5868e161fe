import Server
import Testing

/// Members are counted as they are written, whatever stands in their names and values.
struct JSONMembersTests {
    @Test(arguments: [
        (#"{}"#, 0), (#"{"a":1}"#, 1), (#"{"a":1,"a":2}"#, 2),
        (#"{"outcome":"a","\u006futcome":"b"}"#, 2), (#"{"a":{"b":1,"c":[{"d":2}]}}"#, 1),
        (#"{"a:b":"c:d","e":"\":\\"}"#, 2), (#" { "a" : "\\\\\"" , "b" : [1, 2] } "#, 2),
        (#"{"a":"\\","b":":"}"#, 2), (#"[{"a":1}]"#, 0),
    ])
    func `the members of the outermost object are counted`(text: String, count: Int) {
        #expect(JSONMembers.count(in: text.utf8) == count)
    }
}

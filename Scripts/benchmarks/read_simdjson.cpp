// The other floor for reading: simdjson on demand over the same bytes, the same three fields and
// the same sum.
#include <cstdint>
#include <cstdio>
#include <simdjson.h>
#include <string_view>

static uint64_t hash(std::string_view text) {
    uint64_t h = 1469598103934665603u;
    for (unsigned char byte : text) h = (h ^ byte) * 1099511628211u;
    return h;
}

int main(int count, char **names) {
    simdjson::ondemand::parser parser;
    auto bytes = simdjson::padded_string::load(names[count - 1]);
    if (bytes.error()) return 74;
    simdjson::ondemand::document_stream lines;
    if (parser.iterate_many(bytes.value(), 1 << 20).get(lines)) return 65;
    uint64_t sum = 0, votes = 0;
    for (auto line : lines) {
        auto object = line.get_object();
        sum += hash(object.find_field("model_a").get_string().value());
        sum += hash(object.find_field("model_b").get_string().value());
        sum += hash(object.find_field("winner").get_string().value());
        votes++;
    }
    std::printf("%llu %llu\n", (unsigned long long)votes, (unsigned long long)sum);
}

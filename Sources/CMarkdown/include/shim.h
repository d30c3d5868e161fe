#ifndef ARENA_CMARKDOWN_SHIM_H
#define ARENA_CMARKDOWN_SHIM_H

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <stdbool.h>
#include <string.h>

/* Makes the extensions known; once in a process, before anything else. */
static inline void cmarkdown_start(void) { cmark_gfm_core_extensions_ensure_registered(); }

static inline void cmarkdown_attach(cmark_parser *parser, const char *name) {
    cmark_syntax_extension *extension = cmark_find_syntax_extension(name);
    if (extension != NULL) cmark_parser_attach_syntax_extension(parser, extension);
}

/* The tree of a text; free it with cmark_node_free. Not for two threads at a time: the library
   keeps the characters of its inline extensions in a global table. Its own autolinks are left
   out: version 0.29.0.gfm.6 reads out of bounds there (CVE-2023-22485). */
static inline cmark_node *cmarkdown_parse(const char *text, size_t count) {
    cmark_parser *parser = cmark_parser_new(CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE);
    cmarkdown_attach(parser, "table");
    cmarkdown_attach(parser, "strikethrough");
    cmarkdown_attach(parser, "tasklist");
    cmark_parser_feed(parser, text, count);
    cmark_node *root = cmark_parser_finish(parser);
    cmark_parser_free(parser);
    return root;
}

static inline bool cmarkdown_is(cmark_node *node, const char *type) {
    return strcmp(cmark_node_get_type_string(node), type) == 0;
}

/* How a table's column is aligned: 'l', 'c', 'r', or 0. */
static inline uint8_t cmarkdown_alignment(cmark_node *table, uint16_t column) {
    uint8_t *alignments = cmark_gfm_extensions_get_table_alignments(table);
    uint16_t count = cmark_gfm_extensions_get_table_columns(table);
    return alignments != NULL && column < count ? alignments[column] : 0;
}

#endif

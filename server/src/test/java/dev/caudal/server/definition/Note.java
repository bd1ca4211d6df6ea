package dev.caudal.server.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A kind for tests.
 *
 * @param text what it says
 * @param about another note that it cannot be without, may be empty
 */
record Note(String text, String about) {
    static final Kind<Note> KIND = new NoteKind();

    private static final class NoteKind implements Kind<Note> {
        @Override
        public String word() {
            return "note";
        }

        @Override
        public ProblemCode missing() {
            return ProblemCode.TASK_NOT_FOUND;
        }

        @Override
        public Note read(String name, JsonNode body) {
            return new Note(body.required("text").asText(), body.path("about").asText());
        }

        @Override
        public ObjectNode write(Note note) {
            return Json.MAPPER.createObjectNode().put("text", note.text()).put("about", note.about());
        }

        @Override
        public ObjectNode show(Note note) {
            return write(note);
        }

        @Override
        public List<Use> uses(Note note) {
            return note.about().isEmpty()
                    ? List.of()
                    : List.of(new Use("about", new DefinitionId("note", note.about())));
        }
    }
}

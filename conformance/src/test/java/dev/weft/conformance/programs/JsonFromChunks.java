package dev.weft.conformance.programs;

import dev.weft.Prompt;
import dev.weft.Yield;
import dev.weft.annotations.Comp;
import dev.weft.conformance.Answers;
import dev.weft.conformance.Log;
import dev.weft.conformance.Question;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** A JSON parser that asks for the next piece of text wherever it runs out of it. */
final class JsonFromChunks {

  sealed interface Json {
    default String write() {
      return new Writer().write(this).toString();
    }
  }

  record JsonObject(Map<String, Json> members) implements Json {
    JsonObject {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }
  }

  record JsonArray(List<? extends Json> elements) implements Json {}

  record JsonString(String value) implements Json {}

  record JsonNumber(double value) implements Json {}

  enum Literal implements Json {
    TRUE,
    FALSE,
    NULL;

    final String text = name().toLowerCase(java.util.Locale.ROOT);
  }

  static final class SyntaxError extends Exception {
    private static final long serialVersionUID = 1;
    final int line;
    final int column;

    SyntaxError(String message, int line, int column) {
      super("%d:%d: %s".formatted(line, column, message));
      this.line = line;
      this.column = column;
    }
  }

  /** The text between two offsets; empty at the end of the document. */
  record NextChunk(int offset) implements Prompt<String>, Question {
    private static final List<String> DOCUMENTS =
        List.of(
            "{\"a\": [1, 2.5e1, -3], \"b\": {\"c\": null, \"d\": \"x\\ty\\u00e9\"}}",
            "[[], {}, [[true]], false, \"\"]",
            " \n\t{\"name\":\n \"Ann\", \"age\": 3x}",
            "{\"twice\": 1, \"twice\": 2}",
            "[1, 2",
            "\"unterminated",
            "[\"\\q\"]",
            "-0.5e-2");

    @Override
    public Object answer(Answers answers, long number) {
      String document = DOCUMENTS.get(Math.floorMod(answers.variant(), DOCUMENTS.size()));
      int end = Math.min(document.length(), offset + 1 + answers.below(9, number));
      return document.substring(offset, end);
    }
  }

  private static final class Writer {
    private final StringBuilder out = new StringBuilder();

    Writer write(Json json) {
      if (json instanceof JsonObject object) {
        String separator = "{";
        for (var member : object.members().entrySet()) {
          out.append(separator).append('"').append(member.getKey()).append("\":");
          write(member.getValue());
          separator = ",";
        }
        out.append(object.members().isEmpty() ? "{}" : "}");
      } else if (json instanceof JsonArray array) {
        out.append(
            array.elements().stream().map(Json::write).collect(Collectors.joining(",", "[", "]")));
      } else if (json instanceof JsonString string) {
        out.append('"').append(string.value()).append('"');
      } else if (json instanceof JsonNumber number) {
        out.append(number.value());
      } else {
        out.append(((Literal) json).text);
      }
      return this;
    }

    @Override
    public String toString() {
      return out.toString();
    }
  }

  private static final char END = '\uFFFF';

  private final Log log;
  private final StringBuilder buffer = new StringBuilder();
  private int position;
  private int line = 1;
  private int lineStart;
  private boolean exhausted;
  private int depth;

  JsonFromChunks(Log log) {
    this.log = Objects.requireNonNull(log);
  }

  /** The next character, which stays where it is. */
  @Comp
  char peek() {
    while (position == buffer.length() && !exhausted) {
      String chunk = Yield.ask(new NextChunk(buffer.length()));
      if (chunk.isEmpty()) {
        exhausted = true;
      } else {
        buffer.append(chunk);
      }
    }
    return position < buffer.length() ? buffer.charAt(position) : END;
  }

  @Comp
  private char next() throws SyntaxError {
    char c = peek();
    if (c == END) throw error("unexpected end");
    position++;
    if (c == '\n') {
      line++;
      lineStart = position;
    }
    return c;
  }

  @Comp
  private char skip() {
    while (Character.isWhitespace(peek())) {
      if (buffer.charAt(position++) == '\n') {
        ++line;
        this.lineStart = this.position;
      }
    }
    return peek();
  }

  private SyntaxError error(String message) {
    return new SyntaxError(message, line, position - lineStart + 1);
  }

  @Comp
  private void expect(char wanted) throws SyntaxError {
    char c;
    if ((c = next()) != wanted) {
      position--;
      throw error("expected '" + wanted + "' instead of '" + c + "'");
    }
  }

  @Comp
  Json document() throws SyntaxError {
    Json value = value();
    if (skip() != END) throw error("more than one value");
    return value;
  }

  @Comp
  Json value() throws SyntaxError {
    depth++;
    try {
      return switch (skip()) {
        case '{' -> object();
        case '[' -> new JsonArray(elements());
        case '"' -> new JsonString(string());
        case 't' -> literal(Literal.TRUE);
        case 'f' -> literal(Literal.FALSE);
        case 'n' -> literal(Literal.NULL);
        case END -> throw error("no value");
        default -> {
          if (peek() != '-' && !Character.isDigit(peek())) {
            throw error("no value begins with '" + next() + "'");
          }
          yield number();
        }
      };
    } finally {
      depth--;
      log.add("depth " + depth);
    }
  }

  @Comp
  private JsonObject object() throws SyntaxError {
    Map<String, Json> members = new LinkedHashMap<>();
    expect('{');
    if (skip() == '}') {
      next();
      return new JsonObject(members);
    }
    do {
      skip();
      String key = string();
      skip();
      expect(':');
      if (members.putIfAbsent(key, value()) != null) {
        throw error("two members called " + key);
      }
      skip();
    } while (separated('}'));
    return new JsonObject(members);
  }

  @Comp
  private boolean separated(char close) throws SyntaxError {
    final char c = next();
    if (c == ',') {
      return true;
    } else if (c == close) {
      return false;
    }
    throw error("expected ',' or '" + close + "'");
  }

  @Comp
  private List<? extends Json> elements() throws SyntaxError {
    expect('[');
    List<Json> elements = new ArrayList<>();
    for (boolean more = skip() != ']' || next() != ']';
        more;
        more = skip() == ',' | separated(']')) {
      elements.add(value());
    }
    return elements;
  }

  @Comp
  private String string() throws SyntaxError {
    expect('"');
    var text = new StringBuilder();
    for (char c; (c = next()) != '"'; ) {
      text.append(c == '\\' ? escaped() : c);
    }
    return text.toString();
  }

  @Comp
  private char escaped() throws SyntaxError {
    char c = next();
    switch (c) {
      case '"':
      case '\\':
      case '/':
        return c;
      case 't':
        return '\t';
      case 'n':
        return '\n';
      case 'u':
        int code = 0;
        for (int i = 0; i < 4; i++) {
          int digit = Character.digit(next(), 16);
          if (digit < 0) throw error("no hexadecimal digit");
          code = code << 4 | digit;
        }
        return (char) code;
      default:
        throw error("unknown escape \\" + c);
    }
  }

  @Comp
  private Literal literal(Literal literal) throws SyntaxError {
    for (char c : literal.text.toCharArray()) expect(c);
    return literal;
  }

  @Comp
  private JsonNumber number() throws SyntaxError {
    int start = position;
    if (peek() == '-') next();
    digits();
    if (peek() == '.' && next() == '.') digits();
    char exponent = peek();
    if (exponent == 'e' || exponent == 'E') {
      next();
      if ("+-".indexOf(peek()) >= 0) next();
      digits();
    }
    return new JsonNumber(Double.parseDouble(buffer.substring(start, position)));
  }

  @Comp
  private void digits() throws SyntaxError {
    int count = 0;
    for (; Character.isDigit(peek()); count++) next();
    if (count == 0) throw error("a digit is missing");
  }

  @Comp
  static String parse(Log log) {
    JsonFromChunks parser = new JsonFromChunks(log);
    try {
      Json json = parser.document();
      log.add(json);
      return json.write();
    } catch (SyntaxError e) {
      log.add("caught at line " + e.line + ", column " + e.column);
      return e.getMessage();
    } finally {
      log.add("read " + parser.buffer.length());
    }
  }
}

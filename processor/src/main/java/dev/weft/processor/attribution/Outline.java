package dev.weft.processor.attribution;

import java.util.regex.Pattern;

/**
 * The text of a source file without what its methods do.
 *
 * <p>A compiler attributes every source that it has read, and all that those name, and so on: one
 * computation would have a whole project attributed a second time. Of sources that are only named
 * the declarations are enough. A text of which this is not certain stays as it is.
 */
final class Outline {
  /** What a body becomes, so that no value has to be returned. */
  private static final String BODY = "throw null;";

  /** Characters that stand for others, and expressions in strings: rare, and not worth reading. */
  private static final Pattern STRANGE = Pattern.compile("\\\\u+00[0-7]|\\\\\\{");

  private final String text;
  private final StringBuilder outline;
  private int at;

  private Outline(String text) {
    this.text = text;
    this.outline = new StringBuilder(text);
  }

  /** A text of the same length, in which all that is left stands where it stood. */
  static String of(String text) {
    if (STRANGE.matcher(text).find()) {
      return text;
    }
    Outline outline = new Outline(text);
    try {
      outline.members(false);
    } catch (StringIndexOutOfBoundsException unbalanced) {
      return text;
    }
    return outline.outline.toString();
  }

  /** Goes past the members of a class, and the brace behind them; or to the end of the file. */
  private void members(boolean isEnum) {
    boolean hasConstants = isEnum;
    Header header = new Header();
    for (skipBlanks(); at < text.length(); skipBlanks()) {
      char c = text.charAt(at);
      if (Character.isJavaIdentifierStart(c)) {
        header.word(word());
      } else if (c == '(') {
        header.parenthesis();
        skipGroup();
      } else if (c == '{' && header.hasValue) {
        skipGroup();
      } else if (c == '{' && header.isType()) {
        at++;
        members(header.isEnum);
        header = new Header();
      } else if (c == '{' && hasConstants) {
        skipGroup();
      } else if (c == '{') {
        body(header.isInitializer());
        header = new Header();
      } else if (c == '"' || c == '\'') {
        skipLiteral(c);
      } else {
        at++;
        if (c == '}') {
          return;
        }
        if (c == ';') {
          hasConstants = false;
          header = new Header();
        }
        header.sign(c);
      }
    }
  }

  private String word() {
    int start = at;
    while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at);
  }

  private void body(boolean isInitializer) {
    int start = at + 1;
    skipGroup();
    int end = at - 1;
    String body = isInitializer ? "" : BODY;
    if (end - start >= body.length()) {
      outline.replace(start, end, body + " ".repeat(end - start - body.length()));
    }
  }

  /** Goes past a group in braces or parentheses, with all groups in it. */
  private void skipGroup() {
    int depth = 0;
    do {
      skipBlanks();
      char c = text.charAt(at);
      if (c == '"' || c == '\'') {
        skipLiteral(c);
      } else {
        at++;
        depth += c == '{' || c == '(' ? 1 : c == '}' || c == ')' ? -1 : 0;
      }
    } while (depth > 0);
  }

  private void skipLiteral(char quote) {
    if (text.startsWith("\"\"\"", at)) {
      skipTo("\"\"\"");
      return;
    }
    for (at++; text.charAt(at) != quote; at++) {
      if (text.charAt(at) == '\\') {
        at++;
      }
    }
    at++;
  }

  /** Goes past the next occurrence of a mark behind the one that stands here. */
  private void skipTo(String mark) {
    for (at += mark.length(); !text.startsWith(mark, at); at++) {
      if (text.charAt(at) == '\\') {
        at++;
      }
    }
    at += mark.length();
  }

  /** Goes past white space and comments. */
  private void skipBlanks() {
    for (; at < text.length(); at++) {
      if (text.startsWith("//", at)) {
        at = lineEnd();
      } else if (text.startsWith("/*", at)) {
        at = text.indexOf("*/", at + 2) + 1;
        if (at == 0) {
          throw new StringIndexOutOfBoundsException("a comment without an end");
        }
      } else if (!Character.isWhitespace(text.charAt(at))) {
        return;
      }
    }
  }

  private int lineEnd() {
    int end = at;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  /** What stands before the brace that opens the body of a member, or of something else. */
  private static final class Header {
    private int words;
    private boolean isBehindAt;
    private boolean isAnnotation;
    private boolean isStatic;
    private boolean isEnum;
    private boolean isClass;
    private boolean mayBeRecord;
    private boolean isRecord;
    private boolean hasParameters;
    private boolean hasValue;

    void word(String word) {
      isAnnotation = isBehindAt && !word.equals("interface");
      isBehindAt = false;
      if (!isAnnotation) {
        words++;
        isStatic |= word.equals("static");
        isEnum |= word.equals("enum");
        isClass |= word.equals("class") || word.equals("interface");
        isRecord |= mayBeRecord;
        mayBeRecord = word.equals("record");
        // The value of an annotation's element.
        hasValue |= hasParameters && word.equals("default");
      }
    }

    void parenthesis() {
      hasParameters |= !isAnnotation;
      mayBeRecord = false;
    }

    void sign(char c) {
      isBehindAt = c == '@' || c == '.' && isAnnotation;
      hasValue |= c == '=';
      mayBeRecord = false;
    }

    boolean isType() {
      return isEnum || isClass || isRecord;
    }

    boolean isInitializer() {
      return words == 0 || words == 1 && isStatic;
    }
  }
}

package dev.weft.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.weft.processor.model.Code;

/** Collects lines of code with their indentation. */
final class CodeWriter {
  private final CodeBlock.Builder code = CodeBlock.builder();

  /** A line of parts: text, types and code. */
  CodeWriter line(Object... parts) {
    parts(parts);
    code.add("\n");
    return this;
  }

  /** A line that opens a block or a group; what follows is indented. */
  CodeWriter open(Object... parts) {
    line(parts);
    code.indent();
    return this;
  }

  /** A line that closes a block. */
  CodeWriter close(Object... parts) {
    code.unindent();
    return line(parts);
  }

  /** A line that closes one block and opens another. */
  CodeWriter between(Object... parts) {
    code.unindent();
    return open(parts);
  }

  /** Ends a group that has no closing line. */
  CodeWriter end() {
    code.unindent();
    return this;
  }

  private void parts(Object... parts) {
    for (Object part : parts) {
      if (part instanceof Code text) {
        code.add(text.text());
      } else if (part instanceof CodeBlock block) {
        code.add(block);
      } else if (part instanceof TypeName type) {
        code.add("$T", type);
      } else {
        code.add("$L", part);
      }
    }
  }

  CodeBlock build() {
    return code.build();
  }
}

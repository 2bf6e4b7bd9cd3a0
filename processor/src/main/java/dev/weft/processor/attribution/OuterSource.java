package dev.weft.processor.attribution;

import java.io.IOException;
import java.util.function.Consumer;
import javax.tools.ForwardingJavaFileObject;
import javax.tools.JavaFileObject;

/** A source file of the outer compilation under the name of the type that is looked for in it. */
final class OuterSource extends ForwardingJavaFileObject<JavaFileObject> {
  private final String typeName;
  private final boolean isOutline;
  private final Consumer<String> reader;

  /**
   * @param isOutline whether the compiler is to see declarations only
   * @param reader who is told the text when it is read
   */
  OuterSource(JavaFileObject file, String typeName, boolean isOutline, Consumer<String> reader) {
    super(file);
    this.typeName = typeName;
    this.isOutline = isOutline;
    this.reader = reader;
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) throws IOException {
    String text = super.getCharContent(ignoreEncodingErrors).toString();
    reader.accept(text);
    return isOutline ? Outline.of(text) : text;
  }

  String typeName() {
    return typeName;
  }

  /** A file may hold more types than the one of its name. */
  @Override
  public boolean isNameCompatible(String simpleName, Kind kind) {
    return typeName.endsWith(simpleName) || super.isNameCompatible(simpleName, kind);
  }
}

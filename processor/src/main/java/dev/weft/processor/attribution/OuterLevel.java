package dev.weft.processor.attribution;

import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.SourceVersion;

/** The language and the library of the outer compilation, as options of another one. */
final class OuterLevel {
  static final String NO_PROCESSORS = "-proc:none";

  private OuterLevel() {}

  /** The options of a compiler that reads sources as the outer one does. */
  static List<String> options(ProcessingEnvironment outer) {
    List<String> options = new ArrayList<>(List.of(NO_PROCESSORS, "-implicit:none", "-Xlint:none"));
    // javac stops telling errors after a hundred, and they tell which methods can be read.
    options.addAll(List.of("-Xmaxerrs", "0"));
    int level = level(outer.getSourceVersion());
    int running = Runtime.version().feature();
    if (outer.isPreviewEnabled()) {
      options.add("--enable-preview");
    }
    String number = Integer.toString(level);
    options.addAll(
        level < running && !seesNewerLibrary(outer, level)
            ? List.of("--release", number)
            : List.of("-source", number, "-target", number));
    return options;
  }

  /** The number in the name of a release. */
  private static int level(SourceVersion version) {
    String name = version.name();
    return Integer.parseInt(name.substring(name.lastIndexOf('_') + 1));
  }

  /**
   * Whether the outer compilation has library classes that came after its language level: then it
   * runs with {@code -source}, which has the whole of the running JDK, and not with {@code
   * --release}.
   */
  private static boolean seesNewerLibrary(ProcessingEnvironment outer, int level) {
    return LibraryMarker.ALL.stream()
        .filter(m -> m.since() > level && m.since() <= Runtime.version().feature())
        .anyMatch(m -> outer.getElementUtils().getTypeElement(m.type()) != null);
  }

  /** A public class and the release that brought it. */
  private record LibraryMarker(int since, String type) {
    private static final List<LibraryMarker> ALL =
        List.of(
            new LibraryMarker(18, "java.net.spi.InetAddressResolver"),
            new LibraryMarker(21, "java.util.SequencedCollection"),
            new LibraryMarker(22, "java.lang.foreign.Arena"),
            new LibraryMarker(24, "java.lang.classfile.ClassFile"),
            new LibraryMarker(25, "java.lang.ScopedValue"));
  }
}

package dev.weft.processor.attribution;

import java.io.IOException;
import java.net.URI;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.tools.FileObject;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;

/**
 * Sources that nobody has named to the outer compiler, and that it finds where it misses a class:
 * on its source path, beside class files, or among the sources of other modules.
 */
final class ImplicitSources {
  private static final String SUFFIX = ".java";
  private static final List<JavaFileManager.Location> PLACES =
      List.of(StandardLocation.SOURCE_PATH, StandardLocation.CLASS_PATH);

  private final ProcessingEnvironment outer;
  private final Containers folders = new Containers(SUFFIX);
  private final Set<String> asked = new HashSet<>();

  ImplicitSources(ProcessingEnvironment outer) {
    this.outer = outer;
  }

  /**
   * Looks for the sources of the types that a source may name.
   *
   * @param named the qualified names of the types whose sources the outer compiler was given
   * @return whether there are others
   */
  boolean learn(String packageName, String text, Set<String> named) {
    BiConsumer<String, String> look =
        (container, name) -> {
          if (!named.contains(qualified(container, name))) {
            look(container, name);
          }
        };
    NamedTypes.in(text, packageName, look);
    NamedTypes.imported(text, look);
    return !folders.isEmpty();
  }

  private static String qualified(String packageName, String name) {
    return packageName.isEmpty() ? name : packageName + "." + name;
  }

  private void look(String packageName, String name) {
    String path = qualified(packageName, name).replace('.', '/') + SUFFIX;
    if (asked.add(path)) {
      file(packageName, name).ifPresent(f -> folders.add(f.toUri(), path));
    }
  }

  private Optional<FileObject> file(String packageName, String name) {
    String file = name + SUFFIX;
    return PLACES.stream()
        .flatMap(place -> file(place, packageName, file).stream())
        .findFirst()
        .or(() -> inModule(packageName, file));
  }

  /** A source of a module, where several are compiled together. */
  private Optional<FileObject> inModule(String packageName, String file) {
    return outer.getElementUtils().getAllPackageElements(packageName).stream()
        .map(p -> outer.getElementUtils().getModuleOf(p))
        .filter(module -> module != null && !module.isUnnamed())
        .map(module -> module.getQualifiedName() + "/" + packageName)
        .flatMap(p -> file(StandardLocation.MODULE_SOURCE_PATH, p, file).stream())
        .findFirst();
  }

  private Optional<FileObject> file(
      JavaFileManager.Location place, String packageName, String file) {
    try {
      return Optional.of(outer.getFiler().getResource(place, packageName, file));
    } catch (IOException | RuntimeException absent) {
      return Optional.empty();
    }
  }

  /** The sources of a package, by the qualified names of their types. */
  Map<String, JavaFileObject> of(String packageName) throws IOException {
    Map<String, JavaFileObject> sources = new LinkedHashMap<>();
    for (String name : folders.files(packageName)) {
      String qualified = qualified(packageName, name);
      file(packageName, name).ifPresent(f -> sources.put(qualified, new Found(f, qualified)));
    }
    return sources;
  }

  private static final class Found extends SimpleJavaFileObject {
    private final FileObject file;

    /** Names the file itself, because the address of one in an archive has no path. */
    Found(FileObject file, String qualifiedName) {
      super(
          URI.create("found:///" + qualifiedName.replace('.', '/') + SUFFIX),
          JavaFileObject.Kind.SOURCE);
      this.file = file;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) throws IOException {
      return file.getCharContent(ignoreEncodingErrors);
    }

    /** The compiler takes the newer one of a source and a class file. */
    @Override
    public long getLastModified() {
      return file.getLastModified();
    }
  }
}

package dev.weft.processor.attribution;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.tools.FileObject;
import javax.tools.JavaFileManager;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;

/** A class file of the outer compilation, wherever that has it. */
final class OuterClass extends SimpleJavaFileObject {
  private final ProcessingEnvironment outer;
  private final PackageElement container;
  private final String binaryName;

  OuterClass(ProcessingEnvironment outer, PackageElement container, String binaryName) {
    super(URI.create("outer:///" + binaryName.replace('.', '/') + ".class"), Kind.CLASS);
    this.outer = outer;
    this.container = container;
    this.binaryName = binaryName;
  }

  String binaryName() {
    return binaryName;
  }

  @Override
  public InputStream openInputStream() throws IOException {
    return find(FileObject::openInputStream);
  }

  /** Asked where there is a source, too, than which a class that does not exist is older. */
  @Override
  public long getLastModified() {
    try {
      long time = find(FileObject::getLastModified);
      return time == 0 ? -1 : time;
    } catch (IOException absent) {
      return -1;
    }
  }

  /** What the first file says that has something to say. */
  private <V> V find(Question<V> question) throws IOException {
    String packageName = container.getQualifiedName().toString();
    String file =
        binaryName.substring(packageName.isEmpty() ? 0 : packageName.length() + 1) + ".class";
    IOException failure = new FileNotFoundException(binaryName);
    for (Place place : places()) {
      try {
        Filer filer = outer.getFiler();
        return question.ask(
            filer.getResource(place.location(), place.prefix() + packageName, file));
      } catch (IOException | RuntimeException e) {
        // javac's own reaction to a location without the module is a NullPointerException.
        failure.addSuppressed(e);
      }
    }
    throw failure;
  }

  private List<Place> places() {
    List<Place> places = new ArrayList<>();
    ModuleElement module = outer.getElementUtils().getModuleOf(container);
    if (module != null && !module.isUnnamed()) {
      String prefix = module.getQualifiedName() + "/";
      places.add(new Place(StandardLocation.MODULE_PATH, prefix));
      places.add(new Place(StandardLocation.CLASS_OUTPUT, prefix));
    }
    places.add(new Place(StandardLocation.CLASS_PATH, ""));
    places.add(new Place(StandardLocation.CLASS_OUTPUT, ""));
    return places;
  }

  /** What is asked of a file. */
  private interface Question<V> {
    V ask(FileObject file) throws IOException;
  }

  private record Place(JavaFileManager.Location location, String prefix) {}
}

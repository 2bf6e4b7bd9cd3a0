package dev.weft.samples.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A picture tells what it shows, and stays a picture. */
class PictureTest {
  @TempDir private Path folder;

  private static byte[] png() throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    BufferedImage image = new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB);
    image.setRGB(7, 8, 0x123456);
    ImageIO.write(image, "png", png);
    return png.toByteArray();
  }

  @Test
  void itTellsWhatItShows() throws IOException {
    Path file = folder.resolve("new/picture.png");
    Picture picture = Picture.of("Weft\nPay € 12.00 …");

    picture.write(png(), file);

    assertThat(Picture.read(file)).isEqualTo(picture);
    assertThat(Picture.read(file)).isNotEqualTo(Picture.of("Weft\nPay € 13.00 …"));
    assertThat(picture.style()).matches("[0-9a-f]{16}");
    BufferedImage image = ImageIO.read(file.toFile());
    assertThat(image.getWidth()).isEqualTo(30);
    assertThat(image.getHeight()).isEqualTo(20);
    assertThat(image.getRGB(7, 8)).isEqualTo(0xff123456);
  }

  @Test
  void whatTellsNothingOrIsNoPictureIsRefused() throws IOException {
    Path silent = Files.write(folder.resolve("silent.png"), png());
    Path page = Files.writeString(folder.resolve("page.png"), "<html><body>no picture</body>");

    assertThatThrownBy(() -> Picture.read(silent))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("does not say what it shows");
    assertThatThrownBy(() -> Picture.read(page))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is no PNG");
  }
}

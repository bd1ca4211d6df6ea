package dev.caudal.s3.sink;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectNamesTest {

    @ParameterizedTest
    @CsvSource({
        "topics,10,2020-05-20/19,16,topics/test/2020-05-20/19/test+0+0000000016",
        "topics,10,partition=0,12345678901,topics/test/partition=0/test+0+12345678901",
        "topics,0,f,16,topics/test/f/test+0+16",
        "'',3,f,1,test/f/test+0+001",
    })
    void names_are_those_of_confluents_sink(String root, int width, String folder, long offset, String name) {
        assertThat(new ObjectNames(root, "/", "+", width).stem("test", folder, 0, offset))
                .isEqualTo(name);
    }
}

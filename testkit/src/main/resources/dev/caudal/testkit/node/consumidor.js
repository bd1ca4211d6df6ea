'use strict'
var KafkaRest = require('kafka-rest');
var kafka = new KafkaRest({ 'url': 'http://:8082' });

//Permite crear el consumidor

//NOMBRE_CONSUMIDOR = nombre del consumidor

kafka.consumer("NOMBRE_CONSUMIDOR").join({

    "format": "binary",

    "auto.offset.reset": "smallest",

    "auto.commit.enable": "false"

}, function (err, consumer_instance) {

//El crear el consumidor retorna una instancia que es la que permite suscribirse al tópico
    //TOPICO = nombre del tópico
    var stream = consumer_instance.subscribe('TOPICO')
//Establece conexión con el tópico y espera la llegada de nuevos mensajes

    stream.on('data', function (msgs) {
for (var i = 0; i < msgs.length; i++) {
//Json que contiene metadata del tópico
            var metadata = {
"topic": stream.topic,
"key": msgs[i].key,
"partition": msgs[i].partition,
"offset": msgs[i].offset
}
//Json que contiene el mensaje
            //El mensaje viene cifrado en base64
            var data = JSON.parse(msgs[i].value.toString('utf8'))
console.log({ metadata, data });
}
});
//Actúa cuando existe una interrupción en la conexión con el clúster
    stream.on('error', function (err) {
console.log("Something broke: " + err);
});
});

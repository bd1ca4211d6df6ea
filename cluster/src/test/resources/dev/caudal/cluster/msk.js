// The life of a cluster by Amazon's SDK for JavaScript. Prints what it saw, as one line of JSON.
const msk = require("@aws-sdk/client-kafka");

const client = new msk.KafkaClient({
  endpoint: process.argv[2],
  region: "us-east-1",
  credentials: { accessKeyId: "test", secretAccessKey: "test" },
});
const send = (Command, input) => client.send(new msk[Command + "Command"](input));

async function until(ClusterArn, done) {
  for (;;) {
    const { ClusterInfo } = await send("DescribeCluster", { ClusterArn });
    if (done(ClusterInfo)) {
      return ClusterInfo;
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

const active = (info) => info.State === "ACTIVE";

async function main() {
  const { ClusterArn } = await send("CreateCluster", {
    ClusterName: "js",
    KafkaVersion: "4.3.1",
    NumberOfBrokerNodes: 2,
    BrokerNodeGroupInfo: { ClientSubnets: ["subnet-a", "subnet-b"], InstanceType: "kafka.t3.small" },
    EncryptionInfo: { EncryptionInTransit: { ClientBroker: "PLAINTEXT", InCluster: false } },
  });
  await until(ClusterArn, active);
  const { BootstrapBrokerString } = await send("GetBootstrapBrokers", { ClusterArn });
  await send("CreateTopic", { ClusterArn, TopicName: "t", PartitionCount: 1, ReplicationFactor: 2 });
  const { Topics } = await send("ListTopics", { ClusterArn });
  const refusal = await send("DescribeTopic", { ClusterArn, TopicName: "nope" }).catch((error) => error.name);
  await send("RebootBroker", { ClusterArn, BrokerIds: ["2"] });
  await until(ClusterArn, active);
  await send("DeleteCluster", { ClusterArn });
  const end = await until(ClusterArn, () => false).catch((error) => error.name);
  console.log(JSON.stringify({ BootstrapBrokerString, topics: Topics.map((topic) => topic.TopicName), refusal, end }));
}

main();

// Two employees earn Messaging, the company buys Silver, and one of the two leaves. Needs the address of the service, the
// user name and the password of a programme administrator.
import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import {
  AccountKind,
  AchievementsApi,
  AchievementType,
  CompetencyStatusApi,
  Configuration,
  Level,
  type LevelStatus,
  Market,
  MembershipApi,
  MicrosoftAccountsApi,
  OrganizationsApi,
  Stage,
  UsersApi,
} from './generated/index.js';

const [address, username, password, mpnId = '4711'] = process.argv.slice(2);
const service = new Configuration({ basePath: address, username, password });
const organizations = new OrganizationsApi(service);
const users = new UsersApi(service);
const accounts = new MicrosoftAccountsApi(service);
const achievements = new AchievementsApi(service);
const competencies = new CompetencyStatusApi(service);
const membership = new MembershipApi(service);

// Sent again with the same key, a call answers what it answered.
const once = () => ({ idempotencyKey: randomUUID() });

async function company(): Promise<string> {
  const newOrganization = { mpnId, name: 'Fabrikam', country: 'IT', market: Market.Developed };
  return (await organizations.createOrganization({ newOrganization, ...once() })).id;
}

async function employee(organizationId: string, name: string): Promise<string> {
  const newUser = { firstName: name, lastName: 'F', displayName: name, email: `${name}@fabrikam.example` };
  const userId = (await users.createUser({ organizationId, newUser, ...once() })).id;
  const account = `${name}${organizationId}@outlook.example`;
  const linkAccount = { account, kind: AccountKind.Learn };
  await accounts.associateMicrosoftAccount({ organizationId, userId, linkAccount, ...once() });
  for (const credential of ['70-345', '70-347']) {
    const newAchievement = { account, credential, type: AchievementType.Exam, achievedAt: new Date() };
    await achievements.recordAchievement({ newAchievement, ...once() });
  }
  return userId;
}

async function silver(organizationId: string): Promise<LevelStatus> {
  return (await competencies.getCompetencyStatus({ organizationId, competencyId: 'messaging' })).levels[0];
}

const organizationId = await company();
const ana = await employee(organizationId, 'ana');
await employee(organizationId, 'bo');
const earned = await achievements.listAchievements({ organizationId, userId: ana });
earned.items.forEach((one) => console.log(`${one.credential} is ${one.status}`));

let now = await silver(organizationId);
while (now.stage === Stage.Started || now.stage === Stage.NotStarted) {
  await setTimeout(500);
  now = await silver(organizationId);
}
console.log(`SILVER is ${now.stage}`);

await membership.buySubscription({ organizationId, newSubscription: { level: Level.Silver }, ...once() });
const held = (await membership.getForecast({ organizationId })).levels[0];
const critical = held.critical?.map((person) => person.displayName).join(' and ');
console.log(`SILVER is ${(await silver(organizationId)).stage} and needs ${critical}`);

await users.removeUser({ organizationId, userId: ana });
const alert = (await membership.listAlerts({ organizationId })).items[0];
console.log(`SILVER is ${(await silver(organizationId)).stage} because of ${alert.cause}`);

/** The sidebar's frame: sets the spreadsheet up when it has to be, then shows the panels, beginning where the person has something to do. */
import { useEffect, useState } from 'preact/hooks';
import type { CheckInStart, KeyResultItem, Place } from '../src/app/api';
import type { Panel } from '../src/app/panel';
import { toLanguage } from '../src/model/language';
import { Adopt } from './adopt/Adopt';
import { CheckIn } from './checkIn/CheckIn';
import { Report } from './parts/Report';
import { Tabs } from './parts/Tabs';
import { Close } from './close/Close';
import { History } from './history/History';
import { Review } from './review/Review';
import { Share } from './share/Share';
import { call } from './server';
import { useVoice, VoiceContext, voiceOf } from './voice';
import { useResource, useWork, type Resource } from './work';
import { Write } from './write/Write';

type TabName = 'checkIn' | 'write' | 'review' | 'adopt' | 'close' | 'past' | 'share';

interface Props {
  /** Opened to show the findings, as after a check from the menu. */
  readonly atFindings: boolean;
  /** Opened to close the cycle. */
  readonly atClose: boolean;
}

export function App({ atFindings, atClose }: Props) {
  const panel = useResource(() => call('panelOpen'));
  const checkIn = useResource(() => call('checkInOpen'));
  // Both at once: whether the spreadsheet is set up is known when the answers are there. If it is not, the second one has none to give.
  useEffect(() => {
    panel.load();
    checkIn.load();
  }, []);
  const language = panel.value?.language ?? toLanguage(navigator.language) ?? 'en';
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <VoiceContext.Provider value={voiceOf(language)}>
      {/* Google shows the name above the sidebar; those who hear the page get it here. */}
      <h1 class="heard">OKR Sheets</h1>
      {panel.value?.isSetUp ? <Panels panel={panel} checkIn={checkIn} atFindings={atFindings} atClose={atClose} /> : <Beginning panel={panel} />}
    </VoiceContext.Provider>
  );
}

/** Before there is anything to show: loading, or the one click that sets up. */
function Beginning({ panel }: { readonly panel: Resource<Panel> }) {
  const { say } = useVoice();
  const setUp = () => void panel.work.run(() => call('panelSetUp'), panel.put);
  return (
    <>
      <Report work={panel.work} running={panel.value ? say('working') : say('loading')} />
      {panel.value && (
        <section>
          <p>{say('notSetUp')}</p>
          <button type="button" class="primary" disabled={panel.work.isRunning} onClick={setUp}>
            {say('setUp')}
          </button>
        </section>
      )}
    </>
  );
}

interface PanelsProps extends Props {
  readonly panel: Resource<Panel>;
  readonly checkIn: Resource<CheckInStart>;
}

function Panels({ panel, checkIn, atFindings, atClose }: PanelsProps) {
  const { say } = useVoice();
  const form = useResource(() => call('formOpen'));
  const [chosen, setChosen] = useState<TabName | undefined>(atFindings ? 'review' : atClose ? 'close' : undefined);
  const [wantedKeyResult, setWantedKeyResult] = useState('');
  const [wantedObjective, setWantedObjective] = useState('');
  const [changes, setChanges] = useState(0); // how often a close changed the workbook
  const showing = useWork();

  // Whoever has key results begins with them; without any, looking comes before doing, and an empty workbook wants to be written.
  const first: TabName = checkIn.value === undefined || checkIn.value.mine.length > 0 ? 'checkIn' : checkIn.value.all.length > 0 ? 'review' : 'write';
  const tab = chosen ?? first;

  useEffect(() => {
    if (checkIn.value && chosen === undefined) setChosen(first);
  }, [checkIn.value]);
  useEffect(() => {
    if (tab === 'checkIn' && checkIn.isOld) checkIn.load();
    if ((tab === 'write' || tab === 'review') && form.isOld) form.load();
    if (tab === 'review' && panel.isOld) panel.load();
  }, [tab, checkIn.isOld, form.isOld, panel.isOld]);

  const show = ({ sheetId, row, column }: Place) => void showing.run(() => call('panelShow', sheetId, row, column), () => undefined);
  const check = () =>
    void panel.work.run(
      () => call('panelCheck'),
      (value) => {
        panel.put(value);
        checkIn.expire();
        form.expire();
      },
    );
  const expire = (...resources: readonly { expire(): void }[]) => resources.forEach((one) => one.expire());
  const acts = {
    onShow: show,
    onCheckIn(item: KeyResultItem) {
      setWantedKeyResult(item.id);
      setChosen('checkIn');
    },
    onEdit(id: string) {
      setWantedObjective(id);
      setChosen('write');
    },
  };
  const { error = 0, warning = 0 } = panel.value?.totals ?? {};
  const review = error + warning > 0 ? say('tab.reviewCount', { count: error + warning }) : say('tab.review');
  const tabs = [
    { key: 'checkIn', label: say('tab.checkIn'), panel: <CheckIn start={checkIn} wanted={wantedKeyResult} onShow={(item) => show(item.place)} onSaved={() => expire(panel, form)} /> },
    { key: 'write', label: say('tab.write'), panel: <Write start={form} wanted={wantedObjective} onShow={show} onSaved={() => expire(panel, checkIn)} /> },
    { key: 'review', label: review, panel: <Review panel={panel} start={form} acts={acts} findingsFirst={atFindings} onCheck={check} onFixed={() => { expire(form, checkIn); panel.load(); }} /> },
    { key: 'adopt', label: say('tab.adopt'), panel: <Adopt onCopied={() => expire(panel, form, checkIn)} /> },
    {
      key: 'close',
      label: say('tab.close'),
      panel: <Close start={form} onChanged={() => { expire(panel, form, checkIn); setChanges((count) => count + 1); }} onEdit={(id) => acts.onEdit(id)} onHistory={() => setChosen('past')} />,
    },
    { key: 'past', label: say('tab.past'), panel: <History stamp={changes} /> },
    { key: 'share', label: say('tab.share'), panel: <Share /> },
  ];
  return (
    <>
      <Report work={panel.work} />
      <Report work={showing} />
      <Tabs
        label={say('tabs')}
        tabs={tabs}
        chosen={tab}
        onChoose={(key) => {
          setWantedKeyResult('');
          setWantedObjective('');
          setChosen(key as TabName);
        }}
      />
    </>
  );
}

using System.Collections.Frozen;

namespace MolShell.Host.Pipeline;

/// <summary>Names of commands that PowerShell 7.6 has and molshell has not, so that an error can say so.</summary>
internal static class PowerShellCommands
{
    private static readonly FrozenSet<string> Names = Split(
        """
            Add-Content Add-History Add-Member Add-PSSnapin Add-Type Clear-Content Clear-History Clear-Host Clear-Item
            Clear-ItemProperty Clear-RecycleBin Clear-Variable Compare-Object Connect-PSSession Connect-WSMan
            Convert-Path ConvertFrom-CliXml ConvertFrom-Csv ConvertFrom-Json ConvertFrom-Markdown
            ConvertFrom-SddlString ConvertFrom-SecureString ConvertFrom-StringData ConvertTo-CliXml ConvertTo-Csv
            ConvertTo-Html ConvertTo-SecureString ConvertTo-Xml Copy-Item Copy-ItemProperty Debug-Job Debug-Process
            Debug-Runspace Disable-ExperimentalFeature Disable-PSBreakpoint Disable-PSRemoting
            Disable-PSSessionConfiguration Disable-RunspaceDebug Disable-WSManCredSSP Disconnect-PSSession
            Disconnect-WSMan Enable-ExperimentalFeature Enable-PSBreakpoint Enable-PSRemoting
            Enable-PSSessionConfiguration Enable-RunspaceDebug Enable-WSManCredSSP Enter-PSHostProcess Enter-PSSession
            Exit-PSHostProcess Exit-PSSession Export-Alias Export-BinaryMiLog Export-Clixml Export-Console
            Export-FormatData Export-ModuleMember Export-PSSession Find-Module Find-PSResource Format-Custom
            Format-Default Format-Hex Format-Wide Get-Acl Get-Alias Get-AuthenticodeSignature Get-ChildItem
            Get-CimAssociatedInstance Get-CimClass Get-CimInstance Get-CimSession Get-Clipboard Get-CmsMessage
            Get-ComputerInfo Get-Content Get-Counter Get-Credential Get-Culture Get-Date Get-Error Get-Event
            Get-EventSubscriber Get-ExecutionPolicy Get-ExperimentalFeature Get-FileHash Get-FormatData Get-History
            Get-Host Get-HotFix Get-Item Get-ItemProperty Get-ItemPropertyValue Get-Job Get-Location
            Get-MarkdownOption Get-Member Get-Module Get-PSBreakpoint Get-PSCallStack Get-PSDrive
            Get-PSHostProcessInfo Get-PSProvider Get-PSReadLineOption Get-PSResource Get-PSSession
            Get-PSSessionCapability Get-PSSessionConfiguration Get-PSSnapin Get-PSSubsystem Get-PfxCertificate
            Get-Process Get-Random Get-Runspace Get-RunspaceDebug Get-SecureRandom Get-Service Get-TimeZone
            Get-TraceSource Get-TypeData Get-UICulture Get-Unique Get-Uptime Get-Variable Get-Verb Get-WSManCredSSP
            Get-WSManInstance Get-WinEvent Import-Alias Import-BinaryMiLog Import-Clixml Import-Csv
            Import-LocalizedData Import-Module Import-PSSession Import-PowerShellDataFile Install-Module
            Install-PSResource Invoke-CimMethod Invoke-Command Invoke-Expression Invoke-History Invoke-Item
            Invoke-RestMethod Invoke-WSManAction Invoke-WebRequest Join-String Measure-Command Move-Item
            Move-ItemProperty New-Alias New-CimInstance New-CimSession New-CimSessionOption New-Event New-FileCatalog
            New-Guid New-Item New-ItemProperty New-Module New-ModuleManifest New-Object New-PSDrive
            New-PSRoleCapabilityFile New-PSSession New-PSSessionConfigurationFile New-PSSessionOption
            New-PSTransportOption New-Service New-TemporaryDirectory New-TemporaryFile New-TimeSpan New-Variable
            New-WSManInstance New-WSManSessionOption New-WinEvent Out-File Out-GridView Out-Host Out-LineOutput
            Out-Printer Out-String Pop-Location Protect-CmsMessage Push-Location Read-Host Receive-Job
            Receive-PSSession Register-ArgumentCompleter Register-CimIndicationEvent Register-EngineEvent
            Register-ObjectEvent Register-PSSessionConfiguration Remove-Alias Remove-CimInstance Remove-CimSession
            Remove-Event Remove-Item Remove-ItemProperty Remove-Job Remove-Module Remove-PSBreakpoint Remove-PSDrive
            Remove-PSSession Remove-PSSnapin Remove-Service Remove-TypeData Remove-Variable Remove-WSManInstance
            Rename-Computer Rename-Item Rename-ItemProperty Resolve-Path Restart-Computer Restart-Service Resume-Job
            Resume-Service Save-Help Select-String Select-Xml Send-MailMessage Set-Acl Set-Alias
            Set-AuthenticodeSignature Set-CimInstance Set-Clipboard Set-Date Set-ExecutionPolicy Set-Item
            Set-ItemProperty Set-Location Set-MarkdownOption Set-PSBreakpoint Set-PSDebug Set-PSReadLineOption
            Set-PSSessionConfiguration Set-Service Set-StrictMode Set-TimeZone Set-TraceSource Set-Variable
            Set-WSManInstance Set-WSManQuickConfig Show-Command Show-Markdown Split-Path Start-Job Start-Process
            Start-Service Start-Sleep Start-ThreadJob Start-Transcript Stop-Computer Stop-Job Stop-Process
            Stop-Service Stop-Transcript Suspend-Job Suspend-Service Switch-Process Test-Connection Test-FileCatalog
            Test-Json Test-ModuleManifest Test-PSSessionConfigurationFile Test-Path Test-WSMan Trace-Command
            Unblock-File Unprotect-CmsMessage Unregister-Event Unregister-PSSessionConfiguration Update-FormatData
            Update-Help Update-List Update-TypeData Wait-Debugger Wait-Event Wait-Job Wait-Process Write-Debug
            Write-Error Write-Information Write-Progress Write-Verbose Write-Warning
        """).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // alias=command
    private static readonly FrozenDictionary<string, string> Aliases = Split(
        """
            clc=Clear-Content cli=Clear-Item clp=Clear-ItemProperty clv=Clear-Variable cpi=Copy-Item cvpa=Convert-Path
            dbp=Disable-PSBreakpoint ebp=Enable-PSBreakpoint epal=Export-Alias fw=Format-Wide gal=Get-Alias
            gbp=Get-PSBreakpoint gc=Get-Content gci=Get-ChildItem gdr=Get-PSDrive gcs=Get-PSCallStack ghy=Get-History
            gi=Get-Item gl=Get-Location gm=Get-Member gmo=Get-Module gp=Get-ItemProperty gpv=Get-ItemPropertyValue
            gps=Get-Process gu=Get-Unique gv=Get-Variable iex=Invoke-Expression ihy=Invoke-History ii=Invoke-Item
            ipmo=Import-Module ipal=Import-Alias ipcsv=Import-Csv mi=Move-Item mp=Move-ItemProperty nal=New-Alias
            ndr=New-PSDrive ni=New-Item nv=New-Variable nmo=New-Module oh=Out-Host rbp=Remove-PSBreakpoint
            rdr=Remove-PSDrive ri=Remove-Item rni=Rename-Item rnp=Rename-ItemProperty rp=Remove-ItemProperty
            rmo=Remove-Module rv=Remove-Variable gerr=Get-Error rvpa=Resolve-Path sal=Set-Alias sbp=Set-PSBreakpoint
            si=Set-Item sl=Set-Location sp=Set-ItemProperty saps=Start-Process spps=Stop-Process sv=Set-Variable
            irm=Invoke-RestMethod iwr=Invoke-WebRequest ac=Add-Content clear=Clear-Host compare=Compare-Object
            cpp=Copy-ItemProperty diff=Compare-Object gsv=Get-Service sleep=Start-Sleep start=Start-Process
            sasv=Start-Service spsv=Stop-Service cat=Get-Content cp=Copy-Item ls=Get-ChildItem mount=New-PSDrive
            mv=Move-Item ps=Get-Process rm=Remove-Item rmdir=Remove-Item cnsn=Connect-PSSession
            dnsn=Disconnect-PSSession ogv=Out-GridView shcm=Show-Command cd=Set-Location dir=Get-ChildItem
            fc=Format-Custom kill=Stop-Process pwd=Get-Location type=Get-Content h=Get-History history=Get-History
            popd=Pop-Location pushd=Push-Location r=Invoke-History cls=Clear-Host chdir=Set-Location copy=Copy-Item
            del=Remove-Item erase=Remove-Item move=Move-Item rd=Remove-Item ren=Rename-Item set=Set-Variable
            icm=Invoke-Command clhy=Clear-History gjb=Get-Job rcjb=Receive-Job rjb=Remove-Job sajb=Start-Job
            spjb=Stop-Job wjb=Wait-Job nsn=New-PSSession gsn=Get-PSSession rsn=Remove-PSSession etsn=Enter-PSSession
            rcsn=Receive-PSSession exsn=Exit-PSSession
        """).Select(pair => pair.Split('=')).ToFrozenDictionary(p => p[0], p => p[1], StringComparer.OrdinalIgnoreCase);

    /// <summary>Finds a command of PowerShell by name or alias.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The command's name, or null.</returns>
    public static string? Find(string name) =>
        Aliases.TryGetValue(name, out string? command) ? command : Names.TryGetValue(name, out string? known) ? known : null;

    private static string[] Split(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
